//! The form of a decision: as which office, what, why. What is half-typed survives a reload; `signing` signs it.

use cunping_core::{
    bundle::{Decision, Settled},
    deciding::{Before, Contradiction, Recomputed, contradictions},
    id::OfficeId,
};
use cunping_text::{deciding, problem, recognition, ui::common, ui::recognition as words};
use leptos::prelude::*;

use crate::{
    browser,
    components::{choice_row::Radios, choice_row::RowOption, text_field::TextField},
    drafts::{fields, fields::TypedFields},
    pages::unit::{
        UnitView,
        deciding::{before, check, removal, signing},
        whole::OpenedFile,
    },
    panels::signed,
    state::responses::decides_as,
};

/// What the parts of the form share. A handle: copies share the same form.
#[derive(Clone, Copy)]
pub(super) struct DecisionForm {
    pub(super) view: StoredValue<UnitView>,
    pub(super) lang: cunping_text::lang::Lang,
    /// The file that is decided on.
    pub(super) whole: StoredValue<OpenedFile>,
    /// The result of that file; `None` if it cannot be recomputed here.
    found: StoredValue<Option<Recomputed>>,
    /// The offices that the workplace decides as, in the document's order.
    offices: StoredValue<Vec<OfficeId>>,
    /// The typed fields: `office`, `decision`, `why`, and those of a removal.
    pub(super) typed: RwSignal<TypedFields>,
    place: StoredValue<String>,
    /// The contradictions of the chosen decision.
    pub(super) against: Memo<Vec<Contradiction>>,
    /// True while the last look before signing is shown.
    pub(super) checking: RwSignal<bool>,
}

/// The decisions open to an office, each with everything that speaks against it.
#[derive(Clone, PartialEq, Eq)]
struct OpenDecisions {
    /// The reason why the office cannot decide anything yet; `None` if it can.
    turn: Option<String>,
    choices: Vec<RowOption>,
}

impl DecisionForm {
    /// Returns what is typed in a field.
    pub(super) fn get(self, field: &'static str) -> String {
        self.typed.with(|typed| fields::get(typed, field).to_owned())
    }

    /// Returns what is chosen among radio buttons; `None` if nothing is.
    pub(super) fn choice(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Some(self.get(field)).filter(|it| !it.is_empty()))
    }

    /// Types into a field and keeps the draft.
    pub(super) fn set(self, field: &'static str, text: String) {
        let app = self.view.with_value(|view| view.app);
        self.place.with_value(|place| app.type_in(place, self.typed, |fields| fields::set(fields, field, text)));
    }

    /// Returns what to call once the decision is signed: it empties the draft, even if another file counts by then and
    /// the form is gone.
    pub(super) fn cleared(self) -> impl FnOnce() + 'static {
        let app = self.view.with_value(|view| view.app);
        app.once_signed(self.place.get_value(), self.typed, TypedFields::new())
    }

    /// Returns the office that decides: the only one, or the chosen one; `None` until one is chosen.
    pub(super) fn office(self) -> Option<OfficeId> {
        let chosen = self.get("office");
        self.offices.with_value(|all| match all.as_slice() {
            [only] => Some(only.clone()),
            all => all.iter().find(|office| office.as_str() == chosen).cloned(),
        })
    }

    /// Returns true if the office stands above this workplace's unit and signs no files itself: its decision is only
    /// recorded here.
    pub(super) fn on_behalf(self, office: &OfficeId) -> bool {
        self.view.with_value(|view| {
            view.here.pack.offices.get(office).is_some_and(|office| office.level > view.here.workplace.unit.level())
        })
    }

    /// Returns the office and the decision; `None` until both are chosen.
    pub(super) fn chosen(self) -> Option<(OfficeId, Decision)> {
        Some((self.office()?, signing::decision_of(self, &self.get("decision"))?))
    }

    /// Calls `look` with what is known when `office` decides.
    pub(super) fn before<T>(self, office: &OfficeId, look: impl FnOnce(&Before<'_>) -> T) -> T {
        self.view.with_value(|view| {
            self.whole.with_value(|whole| {
                self.found.with_value(|found| before::with(view, (whole, found.as_ref()), office, look))
            })
        })
    }

    fn settled(self) -> Settled {
        let file = self.whole.with_value(|whole| whole.verified.digest);
        self.view.with_value(|view| view.responses.with(|responses| responses.stands(view.level, file)))
    }

    /// Says what is missing before the decision can be signed; `None` if nothing is, or no office is chosen.
    fn missing(self) -> Option<&'static str> {
        let (lang, decision) = (self.lang, self.get("decision"));
        let office = self.office()?;
        let silent = self.get("why").trim().is_empty();
        let (forbidden, against) = self.against.with(|all| (all.iter().any(Contradiction::forbids), !all.is_empty()));
        if problem::in_text(lang, &self.get("why")).is_some() {
            return Some(common::number_in_text(lang));
        }
        match decision.as_str() {
            _ if forbidden => Some(words::cannot(lang)),
            "removed" if removal::ground(self).is_none() => Some(words::event_missing(lang)),
            _ if silent && self.on_behalf(&office) => Some(words::paper_missing(lang)),
            "qualified" | "removed" => (silent && against).then(|| words::reason_for_these(lang)),
            _ => silent.then(|| words::reason_missing(lang)),
        }
    }
}

/// Draws the form; `None` if no office of the workplace decides, or nothing is left to decide.
pub(super) fn form(view: &UnitView, whole: OpenedFile, outcome: RwSignal<signed::SigningState>) -> Option<AnyView> {
    let (lang, level, pack) = (view.lang, view.level, view.here.pack);
    let offices: Vec<OfficeId> = decides_as(pack, level, &view.here.workplace).into_iter().cloned().collect();
    if offices.is_empty() {
        return None;
    }
    let place = format!("decide/{}/{}/{}/{}/{}", pack.id, level.id, view.period, view.unit, whole.verified.digest);
    let nothing = Memo::new(|_| Vec::new());
    let form = DecisionForm {
        view: StoredValue::new(view.clone()),
        lang,
        found: StoredValue::new(before::found(view, &whole)),
        whole: StoredValue::new(whole),
        offices: StoredValue::new(offices),
        typed: view.app.fields(&place),
        place: StoredValue::new(place),
        against: nothing,
        checking: RwSignal::new(false),
    };
    let speaks = move |(office, decision): (OfficeId, Decision)| {
        form.before(&office, |before| contradictions(before, &office, &decision))
    };
    let form = DecisionForm { against: Memo::new(move |_| form.chosen().map(speaks).unwrap_or_default()), ..form };
    let over = Memo::new(move |_| matches!(form.settled(), Settled::Removed(_)));
    let draw = move || {
        if over.get() {
            return any_view! { <p>{words::removed_stands(lang)}</p> };
        }
        fields_of(form, outcome)
    };
    Some(any_view! { {draw} })
}

fn fields_of(form: DecisionForm, outcome: RwSignal<signed::SigningState>) -> AnyView {
    let ready =
        Memo::new(move |_| form.office().is_some() && !form.get("decision").is_empty() && form.missing().is_none());
    let checks = Memo::new(move |_| form.checking.get() && ready.get());
    let draw = move || if checks.get() { check::check(form, outcome) } else { entry(form, ready) };
    any_view! { {draw} }
}

fn entry(form: DecisionForm, ready: Memo<bool>) -> AnyView {
    let lang = form.lang;
    // None of these may be redrawn with every letter typed: the focus would be lost.
    let offered = Memo::new(move |_| form.office().map(|office| offered(form, &office)));
    let hint = move || (!form.get("decision").is_empty()).then(|| form.missing());
    let reason = move || {
        let text = Signal::derive(move || form.get("why"));
        let typed = move |text| form.set("why", text);
        view! {
            <TextField lang id="why-decided" label=words::reason(lang) value=text on_type=typed longest=500 rows=2 />
        }
    };
    let chosen = Memo::new(move |_| !form.get("decision").is_empty());
    let removes = Memo::new(move |_| form.get("decision") == "removed");
    let turn = move || {
        offered.with(|offered| offered.as_ref()?.turn.clone()).map(|text| view! { <p class="notice open">{text}</p> })
    };
    let against = move || check::against(form).map(|notice| view! { <div class="notice open stack">{notice}</div> });
    let go_on = move |_| {
        form.checking.set(true);
        request_animation_frame(|| browser::focus_id(check::HEADING));
    };
    any_view! {
        <div class="stack">
            {as_office(form)}
            {turn}
            {move || decisions(form, offered.get().map(|offered| offered.choices).unwrap_or_default())}
            {move || removes.get().then(|| removal::fields(form))}
            {against}
            {move || chosen.get().then(reason)}
            <p role="status">{hint}</p>
            <button type="button" class="primary" disabled=move || !ready.get() on:click=go_on>{common::go_on(lang)}</button>
        </div>
    }
}

/// Draws the choice of the deciding office; `None` if there is only one.
fn as_office(form: DecisionForm) -> Option<AnyView> {
    let (lang, pack) = (form.lang, form.view.with_value(|view| view.here.pack));
    let choice = |office: &OfficeId| {
        let hint = if form.on_behalf(office) { words::on_behalf(lang) } else { "" };
        RowOption::new(office.as_str(), recognition::name(pack, office), hint)
    };
    let choices: Vec<RowOption> = form.offices.with_value(|all| all.iter().map(choice).collect());
    (choices.len() > 1).then(|| {
        let choose = move |key: String| form.set("office", key);
        any_view! { <Radios legend=words::as_office(lang) name="as-office" choices chosen=form.choice("office") on_choose=choose /> }
    })
}

/// Returns what `office` can decide, each forbidden decision with the reason. A removal is offered only if there is a
/// name to take back.
fn offered(form: DecisionForm, office: &OfficeId) -> OpenDecisions {
    let lang = form.lang;
    form.view.with_value(|view| {
        let directory = view.directory();
        let line = |contradiction: &Contradiction| {
            deciding::line(lang, view.here.pack, view.level, directory.as_ref(), contradiction)
        };
        let of_turn = |contradiction: &Contradiction| {
            matches!(contradiction, Contradiction::Early(_) | Contradiction::NoPart | Contradiction::TakenBack)
        };
        form.before(office, |before| {
            let mut turn = None;
            let choice = |key: &&str| {
                let decision = signing::decision_of(form, key)?;
                let mut forbid = contradictions(before, office, &decision);
                forbid.retain(Contradiction::forbids);
                let nothing = |contradiction: &Contradiction| {
                    matches!(
                        contradiction,
                        Contradiction::NoRemoval | Contradiction::GivenBy(_) | Contradiction::NotNamed
                    )
                };
                if forbid.iter().any(nothing) {
                    return None;
                }
                let word = recognition::decision(lang, &decision).word;
                turn = turn.take().or_else(|| forbid.iter().find(|contradiction| of_turn(contradiction)).map(line));
                let why: Vec<String> =
                    forbid.iter().filter(|contradiction| !of_turn(contradiction)).map(line).collect();
                let why = (!forbid.is_empty()).then(|| why.join(lang.pick("", " ")));
                Some(RowOption::new(key, word, "").kept_from(why))
            };
            let choices = signing::DECISIONS.iter().filter_map(choice).collect();
            OpenDecisions { turn, choices }
        })
    })
}

/// Draws the decisions. One that the document forbids is shown and cannot be chosen.
fn decisions(form: DecisionForm, choices: Vec<RowOption>) -> AnyView {
    let choose = move |key: String| form.set("decision", key);
    any_view! { <Radios legend=words::choose(form.lang) name="decision" choices chosen=form.choice("decision") on_choose=choose /> }
}
