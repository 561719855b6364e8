//! Drafts on disk: each can be had again, and the index of their claims can be gone through.

use super::store::weight;
use super::world::{Scratch, World};
use crate::claim::Claim;
use crate::compare::{ClaimRef, Entry, Setting, Within, entries};
use crate::extract::{Draft, Facts};
use crate::report::Count;
use crate::text::Problem;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::Mutex;

/// Drafts on disk, in order.
pub(super) struct Shelf {
    drafts: Mutex<Box<dyn Scratch>>,
    index: BufWriter<Box<dyn Scratch>>,
    /// Where in the first file the next draft begins.
    end: u64,
    pub(super) kept: Vec<Kept>,
    /// How many keys the entries have, and how many words under all their keys.
    pub(super) keys: usize,
    pub(super) words: usize,
    /// The comparable claims of each draft.
    pub(super) within: Within,
}

/// What is known of a draft on disk.
pub(super) struct Kept {
    start: u64,
    length: usize,
    /// How many bytes its entries take in the index.
    index: usize,
    pub(super) id: Box<str>,
    pub(super) published: Option<Date>,
    pub(super) claims: usize,
    /// About how many bytes it takes in memory.
    pub(super) weight: usize,
    /// Whether notes to this program stand in it.
    pub(super) noted: bool,
}

/// A draft ready for the shelf.
struct Packed {
    draft: Vec<u8>,
    index: Vec<u8>,
    keys: usize,
    words: usize,
    within: Within,
    kept: Kept,
}

impl Shelf {
    /// An empty one.
    pub(super) fn new(world: &dyn World) -> Result<Self, Problem> {
        let scratch = || world.scratch().map_err(|error| problem(&error));
        Ok(Self {
            drafts: Mutex::new(scratch()?),
            index: BufWriter::with_capacity(1 << 20, scratch()?),
            end: 0,
            kept: Vec::new(),
            keys: 0,
            words: 0,
            within: Within::default(),
        })
    }

    /// Puts drafts behind those that are there.
    pub(super) fn put(&mut self, drafts: Vec<Draft>) -> Result<(), Problem> {
        let first = self.kept.len();
        let packed: Vec<_> =
            drafts.into_par_iter().enumerate().map(|(at, draft)| Packed::new(&draft, first + at)).collect();
        for packed in packed {
            self.append(packed?).map_err(|error| problem(&error))?;
        }
        Ok(())
    }

    fn append(&mut self, packed: Packed) -> io::Result<()> {
        let length = packed.draft.len();
        locked(&self.drafts).write_all(&packed.draft)?;
        self.index.write_all(&packed.index)?;
        self.kept.push(Kept { start: self.end, length, ..packed.kept });
        self.end += length as u64;
        self.keys += packed.keys;
        self.words += packed.words;
        self.within.keyed.extend(packed.within.keyed);
        self.within.beside.extend(packed.within.beside);
        Ok(())
    }

    /// The drafts at some places, in their order.
    pub(super) fn drafts(&self, places: &[usize]) -> Result<Vec<Draft>, Problem> {
        let (file, kept) = (&self.drafts, &self.kept);
        let draft = |place: &usize| {
            let kept = &kept[*place];
            unpacked(&bytes(file, kept).map_err(|error| problem(&error))?, kept.claims)
        };
        places.par_iter().map(draft).collect()
    }

    /// A claim.
    pub(super) fn claim(&self, at: ClaimRef) -> Result<Claim, Problem> {
        self.part(&self.kept[at.draft], at.claim)
    }

    /// The setting of the claims of the draft at that place.
    pub(super) fn setting(&self, place: usize) -> Result<Setting<'static>, Problem> {
        self.part(&self.kept[place], self.kept[place].claims)
    }

    /// What begins at the mark of that number in the record of a draft, and ends at the next.
    fn part<T: DeserializeOwned>(&self, kept: &Kept, number: usize) -> Result<T, Problem> {
        let read = || {
            let mut file = locked(&self.drafts);
            let [start, end] = marks(&mut **file, kept, number)?;
            let mut bytes = vec![0; end.saturating_sub(start) as usize];
            file.seek(SeekFrom::Start(kept.start + u64::from(start)))?;
            file.read_exact(&mut bytes)?;
            Ok(bytes)
        };
        let bytes = read().map_err(|error: io::Error| problem(&error))?;
        postcard::from_bytes(&bytes).map_err(|error| Problem::file(MEMORY, error.to_string()))
    }

    /// Shows all entries of the index, in order.
    pub(super) fn entries(&mut self, mut show: impl FnMut(&Entry) -> io::Result<()>) -> Result<(), Problem> {
        let mut read = || {
            self.index.flush()?;
            let file = self.index.get_mut();
            file.rewind()?;
            let mut file = BufReader::with_capacity(1 << 20, file);
            let mut bytes = Vec::new();
            for kept in &self.kept {
                bytes.resize(kept.index, 0);
                file.read_exact(&mut bytes)?;
                Entry::each(&bytes, &mut show)?;
            }
            Ok(())
        };
        read().map_err(|error: io::Error| problem(&error))
    }

    /// The places of all drafts.
    pub(super) fn places(&self) -> Vec<usize> {
        (0..self.kept.len()).collect()
    }

    /// How many documents and claims come before each draft, and how many there are.
    pub(super) fn counts(&self) -> (Vec<Count>, Count) {
        let mut all = Count::default();
        let before = self.kept.iter().map(|kept| {
            let before = all;
            all = Count { documents: all.documents + 1, claims: all.claims + kept.claims };
            before
        });
        (before.collect(), all)
    }
}

impl Packed {
    fn new(draft: &Draft, place: usize) -> Result<Self, Problem> {
        let entries = entries(draft, place);
        let index: Vec<u8> = entries.iter().flat_map(Entry::to_bytes).collect();
        Ok(Self {
            draft: packed(draft).map_err(|error| Problem::file(MEMORY, error.to_string()))?,
            keys: entries.iter().map(|entry| entry.keys.len()).sum(),
            words: entries.iter().map(|entry| entry.keys.len() * entry.words.len()).sum(),
            within: Within::new(draft, place),
            kept: Kept {
                start: 0,
                length: 0,
                index: index.len(),
                id: draft.document.id().into(),
                published: draft.document.published(),
                claims: draft.claims.len(),
                weight: weight(draft),
                noted: !draft.document.notes().is_empty(),
            },
            index,
        })
    }
}

fn bytes(file: &Mutex<Box<dyn Scratch>>, kept: &Kept) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; kept.length];
    let mut file = locked(file);
    file.seek(SeekFrom::Start(kept.start))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// How many bytes a mark takes: where in the record of a draft a part of it begins.
const MARK: usize = size_of::<u32>();

/// The record of a draft: a mark for each part, and the parts: its claims, their setting, and the draft's own facts.
fn packed(draft: &Draft) -> postcard::Result<Vec<u8>> {
    let (mut marks, mut body) = (Vec::new(), Vec::new());
    let first = MARK * (draft.claims.len() + 2);
    let mark = |body: &[u8]| u32::try_from(first + body.len()).unwrap_or(u32::MAX).to_le_bytes();
    for claim in &draft.claims {
        marks.extend(mark(&body));
        body = postcard::to_extend(claim, body)?;
    }
    marks.extend(mark(&body));
    body = postcard::to_extend(&Setting::of(draft), body)?;
    marks.extend(mark(&body));
    marks.extend(postcard::to_extend(&Facts::of(draft), body)?);
    Ok(marks)
}

/// Where in the record of a draft the part of that number begins, and where the next.
fn marks(file: &mut dyn Scratch, kept: &Kept, number: usize) -> io::Result<[u32; 2]> {
    let mut marks = [0; 2 * MARK];
    file.seek(SeekFrom::Start(kept.start + (number * MARK) as u64))?;
    file.read_exact(&mut marks)?;
    let (marks, _) = marks.as_chunks();
    Ok([marks[0], marks[1]].map(u32::from_le_bytes))
}

fn unpacked(record: &[u8], claims: usize) -> Result<Draft, Problem> {
    let marks = MARK * (claims + 2);
    let mut rest = record.get(marks..).unwrap_or_default();
    let own = record.get(marks - MARK..marks).and_then(|mark| mark.try_into().ok()).map_or(0, u32::from_le_bytes);
    let mut read = || {
        let claims = (0..claims).map(|_| {
            let (claim, behind) = postcard::take_from_bytes(rest)?;
            rest = behind;
            Ok(claim)
        });
        let claims: Vec<Claim> = claims.collect::<postcard::Result<_>>()?;
        let own = record.get(own as usize..).unwrap_or_default();
        Ok((postcard::from_bytes::<Facts<'_>>(own)?, claims))
    };
    let (facts, claims) = read().map_err(|error: postcard::Error| Problem::file(MEMORY, error.to_string()))?;
    facts.into_draft(claims).map_err(|misfit| Problem::file(MEMORY, misfit.message))
}

/// The file; a thread that failed while it had it has left it as it was.
fn locked(file: &Mutex<Box<dyn Scratch>>) -> std::sync::MutexGuard<'_, Box<dyn Scratch>> {
    file.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The option that people know what goes wrong here by.
const MEMORY: &str = "--memory";

pub(super) fn problem(error: &io::Error) -> Problem {
    Problem::file(MEMORY, format!("what does not fit into memory cannot be kept on disk: {error}"))
}
