//! Tiles that were drawn lately, up to so many bytes; the oldest goes first.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, PoisonError},
};

use base::secret;
use bytes::Bytes;
use tiles::Tile;

use super::StillLayer;

/// The most bytes of all tiles kept, and what a tile costs beside its own bytes.
const MAX_BYTES: usize = 48 << 20;
const COST: usize = 128;

type Key = (StillLayer, Tile);

/// A tile as it is sent.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    /// The tile; empty when there is nothing to show.
    pub(crate) bytes: Bytes,
    /// Changes with the bytes: the entity tag, with its quotes.
    pub(crate) tag: String,
}

/// Tiles by layer and address.
#[derive(Debug, Default)]
pub(crate) struct TileCache(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    tiles: HashMap<Key, Drawn>,
    order: VecDeque<Key>,
    bytes: usize,
}

impl Drawn {
    /// A tile with its tag.
    pub(crate) fn new(bytes: Bytes) -> Self {
        let tag: String = secret::sha256(&bytes)[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        Self { bytes, tag: format!("\"{tag}\"") }
    }
}

impl TileCache {
    /// The tile kept, or the one that `draw` makes, which is kept from now on. Two that ask at once may both draw.
    pub(crate) fn get_or(&self, key: Key, draw: impl FnOnce() -> Bytes) -> Drawn {
        if let Some(kept) = self.lock().tiles.get(&key) {
            return kept.clone();
        }
        let drawn = Drawn::new(draw());
        self.lock().keep(key, drawn.clone());
        drawn
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn keep(&mut self, key: Key, drawn: Drawn) {
        self.bytes += drawn.bytes.len() + COST;
        match self.tiles.insert(key, drawn) {
            Some(old) => self.bytes -= old.bytes.len() + COST,
            None => self.order.push_back(key),
        }
        while self.bytes > MAX_BYTES {
            let Some(oldest) = self.order.pop_front().and_then(|key| self.tiles.remove(&key)) else { return };
            self.bytes -= oldest.bytes.len() + COST;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_goes_when_there_is_no_room() {
        let (cache, large) = (TileCache::default(), Bytes::from(vec![0; 1 << 20]));
        let key = |x| (StillLayer::Base, Tile::new(17, x, 0).unwrap());
        for x in 0..100 {
            cache.lock().keep(key(x), Drawn { bytes: large.clone(), tag: String::new() });
        }
        assert!(cache.lock().bytes <= MAX_BYTES);
        assert_eq!(cache.get_or(key(99), || panic!("it is kept")).bytes.len(), 1 << 20);
        assert_eq!(cache.get_or(key(0), || Bytes::from_static(b"drawn anew")).bytes.len(), 10);
        let kept = cache.lock();
        assert_eq!(kept.tiles.len(), kept.order.len());
    }
}
