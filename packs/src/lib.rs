//! The released criteria documents and the shared catalogue, as bytes. Reads and judges nothing.
