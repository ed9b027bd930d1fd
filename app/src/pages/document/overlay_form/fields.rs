//! The fields of the overlay form, each with its error beside it.

use cunping_core::{
    overlay::open_checks,
    pack::{Criterion, Reference, ReferenceKind, Section},
};
use cunping_text::ui::overlay as words;
use leptos::prelude::*;

use crate::{
    components::{choice_row::Radios, choice_row::RowOption},
    drafts::overlay::{MET, NOT_MET, OverlayDraft, YES, place},
    pages::document::overlay_form::LevelForm,
};

/// The kind of input of a field.
#[derive(Clone, Copy)]
enum FieldInput {
    Line,
    Day,
    Number,
    Lines,
}

impl LevelForm {
    /// Draws what the overlay is called, who issued it, and when.
    pub(super) fn head(self) -> AnyView {
        let lang = self.lang;
        any_view! {
            {self.field("title".to_owned(), words::title(lang), "", FieldInput::Line)}
            {self.field("issuer".to_owned(), words::issuer(lang), "", FieldInput::Line)}
            {self.field("number".to_owned(), words::number(lang), "", FieldInput::Line)}
            {self.field("issued".to_owned(), words::issued(lang), "", FieldInput::Day)}
        }
    }

    /// Draws the points of every scored part, or of every item in it, and their sum.
    pub(super) fn weights(self) -> AnyView {
        let Self { lang, level, .. } = self;
        let sum = move || self.read(|draft| draft.sum(level));
        let state = move || match sum() {
            100 => words::sum_right(lang, 100),
            n if n < 100 => words::sum_short(lang, n, 100 - n),
            n => words::sum_over(lang, n, n - 100),
        };
        let mark = move || if sum() == 100 { "✓ " } else { "？ " };
        let parts =
            level.sections.iter().filter(|section| section.scored).map(|section| self.part(section)).collect_view();
        any_view! {
            <fieldset class="stack">
                <legend id=self.id("weights") tabindex="-1">{words::points(lang)}</legend>
                <p class="soft small">{words::points_hint(lang)}</p>
                {parts}
                <p class="overlay-sum" role="status"><strong><span aria-hidden="true">{mark}</span>{state}</strong></p>
            </fieldset>
        }
    }

    fn part(self, part: &'static Section) -> AnyView {
        let (lang, items) = (self.lang, place("items", &part.id));
        let own = place("weights", &part.id);
        let (read, html_id) = (items.clone(), self.id(&items));
        let by_item = Memo::new(move |_| self.read(|draft| draft.get(&read) == YES));
        let inside = move |criterion: &&Criterion| criterion.section.as_ref() == Some(&part.id);
        let fields = move || {
            if !by_item.get() {
                return self.field(own.clone(), &part.title, "", FieldInput::Number);
            }
            let criteria = self.level.criteria.iter().filter(inside);
            let fields = criteria
                .map(|criterion| self.field(place("weights", &criterion.id), &criterion.title, "", FieldInput::Number));
            any_view! { <p lang="zh-Hans"><strong>{part.title.as_str()}</strong></p>{fields.collect_view()} }
        };
        let toggle = move |event| self.write(&items, yes(event_target_checked(&event)));
        any_view! {
            <div class="overlay-form-part">
                {fields}
                <p class="tick">
                    <input type="checkbox" id=html_id.clone() prop:checked=by_item on:change=toggle />
                    <label for=html_id class="small">{words::by_item(lang)}<span class="hidden-text">" "{part.title.as_str()}</span></label>
                </p>
            </div>
        }
    }

    /// Draws the least number of points that passes.
    pub(super) fn pass_mark(self) -> AnyView {
        self.field("pass_mark".to_owned(), words::pass_mark(self.lang), "", FieldInput::Number)
    }

    /// Draws every criterion with a tick box: ticked, it vetoes.
    pub(super) fn vetoes(self, reference: &'static Reference) -> AnyView {
        let lang = self.lang;
        let tick = |criterion: &'static Criterion| {
            let at = place("vetoes", &criterion.id);
            let (read, html_id) = (at.clone(), self.id(&at));
            let toggle = move |event| self.write(&at, yes(event_target_checked(&event)));
            any_view! {
                <div class="tick">
                    <input type="checkbox" id=html_id.clone()
                        prop:checked=move || self.read(|draft| draft.get(&read) == YES)
                        on:change=toggle />
                    <label for=html_id lang="zh-Hans">{criterion.title.as_str()}</label>
                </div>
            }
        };
        let label = lang.of(&reference.label);
        any_view! {
            <details class="ticks">
                <summary>{label}</summary>
                <fieldset id=self.id("vetoes") tabindex="-1">
                    <legend class="hidden-text">{label}</legend>
                    <p class="soft small">{words::veto_hint(lang)}</p>
                    {self.level.criteria.iter().map(tick).collect_view()}
                </fieldset>
            </details>
        }
    }

    /// Draws the choices for the checks whose consequence the document leaves open.
    pub(super) fn settles(self) -> Option<AnyView> {
        let lang = self.lang;
        let choices = || {
            let choice = |key, text| RowOption::new(key, text, "");
            vec![
                choice("", words::not_settled(lang)),
                choice(MET, words::counts_as_met(lang)),
                choice(NOT_MET, words::counts_as_not_met(lang)),
            ]
        };
        let rows: Vec<AnyView> = open_checks(self.level)
            .map(|check| {
                let at = place("settles", &check.id);
                let (read, name) = (at.clone(), self.id(&at));
                let chosen = Signal::derive(move || Some(self.read(|draft| draft.get(&read).to_owned())));
                let choose = move |key: String| self.write(&at, key);
                any_view! { <Radios legend=lang.of(&check.label) name choices=choices() chosen on_choose=choose /> }
            })
            .collect();
        (!rows.is_empty()).then(|| any_view! { <h4>{words::settles(lang)}</h4>{rows} })
    }

    /// Draws the items of a text that the document names and does not contain.
    pub(super) fn text(self, reference: &'static Reference) -> AnyView {
        let (label, hint) = (self.lang.of(&reference.label), words::text_hint(self.lang));
        self.field(place("texts", &reference.id), label, hint, FieldInput::Lines)
    }

    /// Draws the field for a published figure.
    pub(super) fn value(self, reference: &'static Reference) -> AnyView {
        let hint = match reference.kind {
            ReferenceKind::Value { decimals } => words::decimals(self.lang, decimals),
            _ => String::new(),
        };
        self.field(place("values", &reference.id), self.lang.of(&reference.label), &hint, FieldInput::Number)
    }

    /// Draws one field with its error.
    fn field(self, at: String, label: &str, hint: &str, typed: FieldInput) -> AnyView {
        let id = self.id(&at);
        let problem_id = format!("{id}-problem");
        // Set once: writing a half-typed date back would clear its other parts.
        let value = untrack(|| self.read(|draft| draft.get(&at).to_owned()));
        let wrong = self.wrong(at.clone());
        let invalid = move || wrong.with(|wrong| (!wrong.is_empty()).then_some("true"));
        let set = move |event| self.write(&at, event_target_value(&event));
        let (own, described) = (id.clone(), problem_id.clone());
        let input = match typed {
            FieldInput::Lines => any_view! {
                <textarea id=own aria-describedby=described aria-invalid=invalid prop:value=value on:input=set></textarea>
            },
            FieldInput::Line | FieldInput::Day | FieldInput::Number => {
                let (kind, mode, longest) = match typed {
                    FieldInput::Day => ("date", None, None),
                    FieldInput::Number => ("text", Some("decimal"), Some("20")),
                    _ => ("text", None, Some("200")),
                };
                any_view! {
                    <input id=own type=kind inputmode=mode maxlength=longest autocomplete="off" aria-describedby=described
                        aria-invalid=invalid prop:value=value on:input=set />
                }
            }
        };
        let hint = (!hint.is_empty()).then(|| view! { <span class="soft small">" "{hint.to_owned()}</span> });
        let narrow = matches!(typed, FieldInput::Number | FieldInput::Day);
        any_view! {
            <div class="overlay-form-field" class:overlay-form-narrow=narrow>
                <label for=id>{label.to_owned()}</label>{hint}
                {input}
                <p id=problem_id class="problem-text">{wrong}</p>
            </div>
        }
    }

    /// Returns the error at a field: at once where something is typed, otherwise only after somebody has tried to
    /// save.
    fn wrong(self, at: String) -> Memo<String> {
        let Self { lang, tried, .. } = self;
        Memo::new(move |_| {
            let shown = tried.get() || self.read(|draft| !draft.get(&at).is_empty());
            self.faults.with(|faults| {
                let here = faults.iter().find(|fault| shown && fault.at == at);
                here.map(|fault| self.told(fault).line(lang)).unwrap_or_default()
            })
        })
    }

    fn read<T: Default>(self, of: impl FnOnce(&OverlayDraft) -> T) -> T {
        self.draft.with(|draft| draft.as_ref().map(of)).unwrap_or_default()
    }

    fn write(self, at: &str, text: String) {
        self.draft.update(|draft| {
            if let Some(draft) = draft {
                draft.set(at, text);
            }
        });
        self.draft.with_untracked(|draft| draft.iter().for_each(|it| self.keep(it)));
    }
}

fn yes(ticked: bool) -> String {
    if ticked { YES.to_owned() } else { String::new() }
}
