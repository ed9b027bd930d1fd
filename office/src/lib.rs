//! What people read, made from the core's types. Still pure.
