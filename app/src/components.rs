//! The parts that screens are made of. A component draws what it is given and calls back; it uses no state, no storage
//! and no context.

pub mod choice_row;
pub mod choices;
pub mod code_field;
pub mod copy_box;
pub mod document_switch;
pub mod done_note;
pub mod figure_form;
pub mod file_button;
pub mod header;
pub mod incident_form;
pub mod incident_list;
pub mod mark;
pub mod nav;
pub mod period_picker;
pub mod problem;
pub mod progress;
pub mod qr;
pub mod reasons;
pub mod remark_box;
pub mod scroll_table;
pub mod secret_field;
pub mod sheet;
pub mod standing;
pub mod state_note;
pub mod table_buttons;
pub mod text_field;
pub mod typed_day;
pub mod unit_picker;
pub mod unit_table;
