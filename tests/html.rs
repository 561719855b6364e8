//! The discrepancy report as a browser reads it: all that the JSON report has is there, well formed, and text stays text.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Markup in the name of an outlet and in a title.
const ODD_HEAD: &str = "---\ndate: 2031-05-06\noutlet: '\"><img src=x onerror=alert(1)>'\n\
                        title: '</title><script>alert(2)</script>'\n---\n\n\
                        The ferry Halcyon sank off Port Vell and 40 people were killed.\n";
/// Markup, a command to a server, an escape and a mark of direction in the words themselves.
const ODD_WORDS: &str = "The ferry Halcyon sank off Port Vell and 61 people were killed </table><script>alert(3)</script> \
                         \u{202e}at \u{1b}[31m<b onmouseover=\"alert(4)\">sea.\n\n\
                         ##[add-mask]55 people were killed when the ferry Halcyon sank off Port Vell.\n";
/// Both, in files whose names are no better.
const ODD: [(&str, &str); 2] = [("<script>a&b.md", ODD_HEAD), ("::error.txt", ODD_WORDS)];

/// A folder with these drafts and no others.
fn folder(name: &str, drafts: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("html-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in drafts {
        fs::write(folder.join(name), text).unwrap();
    }
    folder
}

/// Folders with findings of many kinds, with an odd draft, without any finding, draft or sound file.
fn folders(test: &str) -> Vec<PathBuf> {
    let named = |name: &str, drafts: &[(&str, &str)]| folder(&format!("{test}-{name}"), drafts);
    vec![
        PathBuf::from("fixtures/stories"),
        named("odd", &ODD),
        named("clean", &[("clean.txt", "In the harbour, 40 boats lay at anchor.\n")]),
        named("nothing", &[]),
        named("broken", &[("broken.ndjson", "no object\n"), ("clean.txt", "It had 40 boats.\n")]),
    ]
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_numerate"));
    let out = command.arg("check").args(arguments).current_dir(folder).output().unwrap();
    String::from_utf8(out.stdout).unwrap()
}

fn page(folder: &Path) -> Html {
    Html::parse_document(&run(folder, &["--format", "html"]))
}

fn all<'h>(page: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    within(page.root_element(), selector)
}

fn within<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn texts(element: ElementRef<'_>, selector: &str) -> Vec<String> {
    within(element, selector).into_iter().map(text).collect()
}

/// A text as every report shows it: harmless, on one line.
fn shown(text: &Value) -> String {
    let steers = |letter: char| (letter.is_control() && letter != '\n') || ('\u{202a}'..='\u{202e}').contains(&letter);
    text.as_str().unwrap().replace("##[", "##\u{fffd}").replace(steers, "\u{fffd}")
}

#[test]
fn pages_are_well_formed() {
    for folder in folders("formed") {
        let page = page(&folder);
        assert!(page.errors.is_empty(), "{folder:?}: {:?}", page.errors);
        let ids: Vec<_> = all(&page, "[id]").into_iter().map(|element| element.attr("id").unwrap()).collect();
        let known: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "an id stands twice");
        for link in all(&page, "a") {
            assert!(known.contains(link.attr("href").unwrap().strip_prefix('#').unwrap()));
        }
        for named in all(&page, "[aria-labelledby]") {
            assert!(known.contains(named.attr("aria-labelledby").unwrap()));
        }
        assert_eq!(all(&page, "h1").len(), 1);
        assert!(all(&page, "th").into_iter().all(|heading| heading.attr("scope").is_some()));
        assert!(all(&page, "table").into_iter().all(|table| !texts(table, "caption").is_empty()));
    }
}

#[test]
fn every_finding_is_there() {
    for folder in folders("findings") {
        let (page, report) = (page(&folder), run(&folder, &["--format", "json"]));
        let report: Value = serde_json::from_str(&report).unwrap();
        let findings = report["findings"].as_array().unwrap();
        let articles = all(&page, "article");
        assert_eq!(articles.len(), findings.len(), "{folder:?}");
        for (article, finding) in articles.into_iter().zip(findings) {
            assert_eq!(texts(article, "h3"), [shown(&finding["message"])]);
            let evidence: Vec<_> = finding["evidence"].as_array().unwrap().iter().map(shown).collect();
            assert_eq!(texts(article, ".evidence li"), evidence);
            for key in ["severity", "kind"] {
                assert_eq!(finding[key], article.attr(&format!("data-{key}")).unwrap());
            }
            assert!(texts(article, ".rule")[0].contains(finding["rule"].as_str().unwrap()));
            let claims: Vec<_> =
                finding["claims"].as_array().unwrap().iter().map(|id| format!("#{}", shown(id))).collect();
            let links = within(article, ".figures a").into_iter().map(|link| link.attr("href").unwrap());
            assert_eq!(links.collect::<Vec<_>>(), claims);
            assert!(!texts(article, "mark").is_empty(), "no figure is marked");
        }
    }
}

#[test]
fn every_claim_is_there() {
    for folder in folders("claims") {
        let (page, report) = (page(&folder), run(&folder, &["--format", "json"]));
        let report: Value = serde_json::from_str(&report).unwrap();
        let claims = report["claims"].as_array().unwrap();
        let rows = all(&page, ".claims tbody tr");
        assert_eq!(rows.len(), claims.len(), "{folder:?}");
        for (row, claim) in rows.into_iter().zip(claims) {
            assert_eq!(claim["id"], row.attr("id").unwrap());
            assert_eq!(texts(row, "th"), [shown(&claim["text"])]);
            if claim["source"].is_object() {
                assert!(texts(row, "td").contains(&shown(&claim["source"]["name"])));
            }
        }
    }
}

#[test]
fn what_was_read_and_passed_over_is_told() {
    let draft = "In 1987 the harbour had 40 boats; Flight 237 left at 10:15, and Flight 9 at 11:20.\n";
    let page = page(&folder("coverage", &[("a.txt", draft)]));
    let coverage = text(all(&page, ".coverage")[0]);
    assert_eq!(coverage, "5 figures seen, 1 read, 4 passed over: 2 clock times, 2 names.");
    assert_eq!(text(all(&page, "summary")[0]), coverage.trim_end_matches('.'));
    assert_eq!(text(all(&page, ".passed li")[0]), "line 1: 237, name");
}

#[test]
fn only_its_own_style_and_script_may_run() {
    let page = page(&folder("policy", &ODD));
    let policy = all(&page, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").unwrap();
    for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
        let [only] = all(&page, element)[..] else { panic!("not one {element}") };
        let hash = STANDARD.encode(Sha256::digest(text(only)));
        assert!(policy.contains(&format!("{directive} 'sha256-{hash}';")), "{policy}");
    }
    assert!(policy.starts_with("default-src 'none';"));
}

#[test]
fn a_draft_stays_text() {
    let bytes = run(&folder("text", &ODD), &["--format", "html"]);
    let steers = |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
    assert!(!bytes.contains(steers) && !bytes.contains("##["));
    let page = Html::parse_document(&bytes);
    assert_eq!(all(&page, "img, b, iframe, object, link, base").len(), 0);
    let attributes = all(&page, "*").into_iter().flat_map(|element| element.value().attrs().map(|(name, _)| name));
    let runs = |name: &&str| name.starts_with("on") || matches!(*name, "style" | "src" | "srcset" | "action");
    assert_eq!(attributes.filter(runs).collect::<Vec<_>>(), Vec::<&str>::new());
    let words = text(page.root_element());
    for odd in
        ["killed </table><script>alert(3)</script>", "</title><script>alert(2)", "\"><img src=x", "<script>a&b.md:7"]
    {
        assert!(words.contains(odd), "{odd}");
    }
}

#[test]
fn the_same_drafts_give_the_same_page() {
    let stories = Path::new("fixtures/stories");
    let one = run(stories, &["--format", "html", "--jobs", "1"]);
    assert_eq!(one, run(stories, &["--format", "html", "--jobs", "3"]));
    let folder = folder("same", &[]);
    let file = folder.join("report.html");
    let aside = run(stories, &["--output", &format!("html:{}", file.to_str().unwrap()), "--output", "csv:-"]);
    assert_eq!(fs::read_to_string(file).unwrap(), one);
    assert!(aside.starts_with("rule,"), "{aside}");
}

#[test]
fn what_is_suppressed_is_told_with_its_reason() {
    let note = "<!-- numerate-ignore conflict: the guard counts <i>crew</i> too -->";
    let draft = format!(
        "{note}\nThe ferry Halcyon sank off Port Vell and 40 people were killed, police said. The coast guard said that 61 \
         people were killed when the ferry Halcyon sank off Port Vell.\n"
    );
    let folder = folder("suppressed", &[("a.md", &draft)]);
    let hidden = page(&folder);
    assert_eq!((all(&hidden, "article").len(), all(&hidden, ".suppressed").len()), (0, 0));
    let page = Html::parse_document(&run(&folder, &["--format", "html", "--show-suppressed"]));
    assert!(text(all(&page, ".suppressed")[0]).contains("the guard counts <i>crew</i> too"));
}

#[test]
fn rivals_have_a_plot_and_calculations_their_working() {
    let rivals =
        "Police said 12 people were killed in the fire. The Red Cross said 19 people were killed in the fire.\n";
    let sum = "Of the 50 passengers, 20 were women, or 60 percent.\n";
    for (name, draft, plots, working) in
        [("rivals", rivals, 1, "Why they are held against each other"), ("share", sum, 0, "The working")]
    {
        let page = page(&folder(name, &[("a.txt", draft)]));
        let [dispute] = all(&page, "article")[..] else { panic!("not one dispute about the {name}") };
        assert_eq!((within(dispute, ".plot").len(), all(&page, ".matrix").len()), (plots, plots), "{name}");
        assert_eq!(texts(dispute, ".evidence h4"), [working]);
    }
}

#[test]
fn a_plot_has_a_mark_for_every_value_and_says_whose_it_is() {
    let draft = "The police said on Monday that 12 people were killed in the fire. At least 19 people were killed in the fire, the \
                 Red Cross said on Tuesday. The mayor said on Tuesday that dozens of people were killed in the fire.\n";
    let folder = folder("plot", &[("a.txt", draft)]);
    let page = Html::parse_document(&run(&folder, &["--format", "html", "--date", "2031-05-06"]));
    let plot = all(&page, ".plot")[0];
    assert_eq!(within(plot, ".scroll circle, .scroll rect").len(), 2);
    assert_eq!(within(plot, ".scroll path.interval").len(), 1, "only one of them has an interval");
    assert_eq!(texts(plot, ".legend span"), ["police", "Red Cross"]);
    assert_eq!(texts(plot, ".days text"), ["2031-05-05", "2031-05-06"]);
}

#[test]
fn a_matrix_has_the_parties_that_fit_a_page() {
    let outlets = [
        "Ada", "Bea", "Cid", "Dan", "Eva", "Flo", "Gus", "Hal", "Ida", "Jon", "Kim", "Leo", "Mia", "Ned", "Ola", "Pia",
        "Quy", "Rae", "Sam", "Tea", "Una", "Val",
    ];
    let draft = |(at, outlet): (usize, &&str)| {
        let head = format!("---\ndate: 2031-05-06\noutlet: {outlet} Post\n---\n\n");
        (
            format!("{outlet}.md"),
            format!("{head}{} people were killed when the ferry Halcyon sank off Port Vell.\n", 30 + 7 * at),
        )
    };
    let drafts: Vec<_> = outlets.iter().enumerate().map(draft).collect();
    let drafts: Vec<_> = drafts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let page = page(&folder("matrix", &drafts));
    assert_eq!(all(&page, ".matrix tbody tr").len(), 20);
    assert_eq!(all(&page, ".matrix thead th").len(), 20);
    assert!(text(all(&page, ".matrix caption")[0]).ends_with("The 2 who disagree least are left out."));
    let cells = |party: &str| {
        within(
            all(&page, ".matrix tbody tr").into_iter().find(|row| texts(*row, "th")[0].starts_with(party)).unwrap(),
            "a",
        )
        .len()
    };
    assert_eq!(cells("Ada"), 19, "with everybody but itself");
}
