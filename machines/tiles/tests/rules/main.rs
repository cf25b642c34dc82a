//! The rules of tiles, tried on many made-up points and shapes.

mod pyramid;
mod shapes;
mod vector_tiles;
