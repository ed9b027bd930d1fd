//! What every backend must do, as cases. Runs nothing by itself.
