//! Packs `rules/lexicon/*.toml` into one file that the program carries and reads without parsing TOML.

#[path = "src/lexicon/borrowed.rs"]
#[allow(dead_code, unreachable_pub, reason = "the library reads the words, the build script only packs them")]
mod borrowed;
#[path = "src/lexicon/written.rs"]
#[allow(unreachable_pub, reason = "the library shows these shapes, the build script only reads them")]
mod written;

use std::{env, error::Error, fs, path::Path};
use written::Written;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=rules/lexicon");
    println!("cargo:rerun-if-changed=src/lexicon");
    let mut files: Vec<_> =
        fs::read_dir("rules/lexicon")?.map(|entry| Ok(entry?.path())).collect::<Result<_, Box<dyn Error>>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let texts = files.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let mut all = Written::default();
    for (path, text) in files.iter().zip(&texts) {
        all.append(toml::from_str(text).map_err(|error| format!("{}: {error}", path.display()))?);
    }
    let packed = postcard::to_stdvec(&all)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("lexicon.bin"), packed)?;
    Ok(())
}
