//! Mapbox vector tiles, version 2.1: layers of features with properties, as bytes for a browser.

use std::collections::HashMap;

use prost::Message;

/// The media type.
pub const MVT: &str = "application/vnd.mapbox-vector-tile";
/// A tile's own units a side.
pub const EXTENT: u32 = 4096;

/// The messages of `vector_tile.proto`.
mod proto {
    #[derive(Clone, PartialEq, prost::Message)]
    pub struct Tile {
        #[prost(message, repeated, tag = "3")]
        pub layers: Vec<Layer>,
    }

    #[derive(Clone, PartialEq, prost::Message)]
    pub struct Layer {
        #[prost(string, tag = "1")]
        pub name: String,
        #[prost(message, repeated, tag = "2")]
        pub features: Vec<Feature>,
        #[prost(string, repeated, tag = "3")]
        pub keys: Vec<String>,
        #[prost(message, repeated, tag = "4")]
        pub values: Vec<Value>,
        #[prost(uint32, optional, tag = "5")]
        pub extent: Option<u32>,
        #[prost(uint32, tag = "15")]
        pub version: u32,
    }

    #[derive(Clone, PartialEq, prost::Message)]
    pub struct Feature {
        #[prost(uint64, optional, tag = "1")]
        pub id: Option<u64>,
        #[prost(uint32, repeated, tag = "2")]
        pub tags: Vec<u32>,
        #[prost(int32, tag = "3")]
        pub kind: i32,
        #[prost(uint32, repeated, tag = "4")]
        pub geometry: Vec<u32>,
    }

    #[derive(Clone, PartialEq, prost::Message)]
    pub struct Value {
        #[prost(string, optional, tag = "1")]
        pub text: Option<String>,
        #[prost(int64, optional, tag = "4")]
        pub number: Option<i64>,
    }
}

/// A property's value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A layer under construction.
#[derive(Debug)]
pub struct Layer {
    layer: proto::Layer,
    keys: HashMap<String, u32>,
    values: HashMap<Value, u32>,
}

const MOVE_TO: u32 = 1;
const LINE_TO: u32 = 2;
const CLOSE_PATH: u32 = 7;

/// Geometry types of the proto.
const POINT: i32 = 1;
const LINE: i32 = 2;
const POLYGON: i32 = 3;

impl Layer {
    /// An empty layer of this name.
    pub fn new(name: &str) -> Self {
        let layer = proto::Layer { name: name.to_owned(), version: 2, extent: Some(EXTENT), ..proto::Layer::default() };
        Self { layer, keys: HashMap::new(), values: HashMap::new() }
    }

    /// Adds a point.
    pub fn point(&mut self, at: (i32, i32), properties: &[(&str, Value)]) {
        let mut pen = Pen::default();
        pen.draw(MOVE_TO, &[at]);
        self.push(POINT, pen, properties);
    }

    /// Adds lines as one feature; nothing without any.
    pub fn lines(&mut self, lines: &[Vec<(i32, i32)>], properties: &[(&str, Value)]) {
        let mut pen = Pen::default();
        for line in lines.iter().filter(|line| line.len() > 1) {
            pen.draw(MOVE_TO, &line[..1]);
            pen.draw(LINE_TO, &line[1..]);
        }
        self.push(LINE, pen, properties);
    }

    /// Adds a polygon, or several in a row, as the rings of [`crate::Polygon::in_tile`]; nothing without any.
    pub fn polygon(&mut self, rings: &[Vec<(i32, i32)>], properties: &[(&str, Value)]) {
        let mut pen = Pen::default();
        for ring in rings.iter().filter(|ring| ring.len() > 2) {
            pen.draw(MOVE_TO, &ring[..1]);
            pen.draw(LINE_TO, &ring[1..]);
            pen.commands.push(CLOSE_PATH | 1 << 3);
        }
        self.push(POLYGON, pen, properties);
    }

    /// How many features it has.
    pub fn len(&self) -> usize {
        self.layer.features.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn push(&mut self, kind: i32, pen: Pen, properties: &[(&str, Value)]) {
        if !pen.commands.is_empty() {
            let tags = properties.iter().flat_map(|(key, value)| self.tags(key, value)).collect();
            self.layer.features.push(proto::Feature { id: None, tags, kind, geometry: pen.commands });
        }
    }

    fn tags(&mut self, key: &str, value: &Value) -> [u32; 2] {
        let next = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let key = match self.keys.get(key) {
            Some(at) => *at,
            None => {
                let at = next(self.layer.keys.len());
                self.layer.keys.push(key.to_owned());
                self.keys.insert(key.to_owned(), at);
                at
            }
        };
        let at = next(self.layer.values.len());
        let values = &mut self.layer.values;
        let value = *self.values.entry(value.clone()).or_insert_with(|| {
            values.push(match value {
                Value::Text(text) => proto::Value { text: Some(text.clone()), number: None },
                Value::Number(number) => proto::Value { text: None, number: Some(*number) },
            });
            at
        });
        [key, value]
    }
}

/// The bytes of a tile with these layers, empty ones left out; without any they are empty too.
pub fn encode(layers: impl IntoIterator<Item = Layer>) -> Vec<u8> {
    let layers = layers.into_iter().filter(|layer| !layer.is_empty()).map(|layer| layer.layer).collect();
    proto::Tile { layers }.encode_to_vec()
}

/// Writes commands with steps from the point before (MVT 2.1, 4.3).
#[derive(Default)]
struct Pen {
    commands: Vec<u32>,
    at: (i32, i32),
}

impl Pen {
    fn draw(&mut self, command: u32, points: &[(i32, i32)]) {
        let count = u32::try_from(points.len()).unwrap_or(u32::MAX) & 0x1fff_ffff;
        self.commands.push(command | count << 3);
        for &(x, y) in points {
            self.commands.extend([zigzag(x.wrapping_sub(self.at.0)), zigzag(y.wrapping_sub(self.at.1))]);
            self.at = (x, y);
        }
    }
}

fn zigzag(value: i32) -> u32 {
    (value.wrapping_shl(1) ^ (value >> 31)).cast_unsigned()
}
