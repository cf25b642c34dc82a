//! A stream of bytes in any encoding, read as UTF-8.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding};

/// Bytes that are decoded at once.
const PORTION: usize = 16 * 1024;

/// Reads UTF-8 from bytes in another encoding; a byte order mark at their start goes before what was expected. Bytes that
/// mean nothing become U+FFFD.
pub struct Decoded<R> {
    from: R,
    decoder: Decoder,
    raw: Vec<u8>,
    ready: String,
    /// How much of `ready` was handed out.
    given: usize,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    /// The text of `from`.
    pub fn new(from: R, encoding: &'static Encoding) -> Self {
        Self { from, decoder: encoding.new_decoder(), raw: vec![0; PORTION], ready: String::new(), given: 0, ended: false }
    }

    fn decode_more(&mut self) -> io::Result<()> {
        let count = self.from.read(&mut self.raw)?;
        self.ended = count == 0;
        self.ready.clear();
        self.given = 0;
        // The bound overflows for portions near the size of the address space only.
        self.ready.reserve(self.decoder.max_utf8_buffer_length(count).unwrap_or(PORTION * 4));
        let (_, read, _) = self.decoder.decode_to_string(&self.raw[..count], &mut self.ready, self.ended);
        debug_assert_eq!(read, count, "the buffer has room for the whole portion");
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() && !self.ended {
            self.decode_more()?;
        }
        let rest = &self.ready.as_bytes()[self.given..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out so many bytes at a time, which tears letters apart.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let (now, later) = self.0.split_at(self.1.min(self.0.len()).min(buffer.len()));
            buffer[..now.len()].copy_from_slice(now);
            self.0 = later;
            Ok(now.len())
        }
    }

    fn check(bytes: &[u8], label: &str, wanted: &str) {
        for drop in [1, 3, 1_000_000] {
            let mut text = String::new();
            Decoded::new(Drops(bytes, drop), Encoding::for_label(label.as_bytes()).unwrap()).read_to_string(&mut text).unwrap();
            assert_eq!(text, wanted, "{label}, {drop} bytes at a time");
        }
    }

    #[test]
    fn every_encoding_reads_the_same() {
        let text = "Źródło\tŻoliborz 🚲";
        let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&utf_16, "utf-16le", text);
        check(text.as_bytes(), "utf-8", text);
        check(&[0x8F, 0x72, 0xF3, 0x64, 0xB3, 0x6F], "windows-1250", "Źródło");
        check(b"", "utf-8", "");
    }

    #[test]
    fn a_byte_order_mark_goes_before_the_mapping_and_is_no_text() {
        let marked: Vec<u8> = "\u{feff}Źródło".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&marked, "windows-1250", "Źródło");
        check("\u{feff}Źródło".as_bytes(), "utf-16le", "Źródło");
    }

    #[test]
    fn long_texts_and_torn_ends_are_read_to_the_last_byte() {
        let long = "żółw ".repeat(20_000);
        check(long.as_bytes(), "utf-8", &long);
        check(&[b'a', 0, b'b'], "utf-16le", "a\u{fffd}");
    }
}
