//! A form of the document as an A4 page: table, signature line, footnote, and at the foot the reference to the signed
//! file.

use cunping_core::{bundle::groups, days::Day, id::Digest};
use cunping_text::{
    form::{PrintedForm, ReviewBlock},
    lang::Lang,
    ui::{example, export, print as words},
    when,
};
use leptos::{html, prelude::*};

use super::qr::QrCode;

/// The reference from a paper to a signed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The file's digest.
    pub digest: Digest,
    /// Its sequence number.
    pub sequence: u32,
    /// The day on which it was signed.
    pub signed_on: Day,
}

/// Draws one form on paper. It does not depend on the page's language: the forms are Chinese.
#[component]
pub fn Paper(
    /// The content of the form.
    sheet: PrintedForm,
    /// The signed file that it was filled from; `None` if there is none.
    #[prop(optional_no_strip)]
    seal: Option<Seal>,
    /// True for example data, which gets a watermark.
    example: bool,
    /// True if the page of readings is printed too.
    readings: bool,
) -> impl IntoView {
    let own_page = (readings && !sheet.readings.is_empty()).then(|| own_page(sheet.readings.clone()));
    let signed = (!sheet.signature.is_empty()).then(|| signature(&sheet.signature));
    let watermark = example.then(|| view! { <p class="sheet-watermark">{example::watermark(Lang::Zh)}</p> });
    any_view! {
        <article class=if sheet.annex.is_empty() { "sheet sheet-own" } else { "sheet" } lang="zh-Hans">
            {watermark}
            {(!sheet.annex.is_empty()).then(|| view! { <p class="sheet-annex">{sheet.annex.clone()}</p> })}
            <h2 class="sheet-title">{sheet.title.clone()}</h2>
            {table(&sheet)}
            {signed}
            <p class="sheet-note">{sheet.footnote.clone()}</p>
            {sheet.standing.into_iter().chain(sheet.notes).map(|text| view! { <p class="sheet-standing">{text}</p> }).collect_view()}
            {seal.map(|seal| foot(&seal))}
        </article>
        {own_page}
    }
}

/// Draws the readings on a page of their own: the form itself stays as the document prints it.
fn own_page(readings: Vec<String>) -> AnyView {
    any_view! {
        <article class="sheet sheet-readings" lang="zh-Hans">
            <h2 class="sheet-title">{words::readings(Lang::Zh)}</h2>
            <p>{words::readings_hint(Lang::Zh)}</p>
            <ol>{readings.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ol>
        </article>
    }
}

fn signature(line: &[(String, String)]) -> AnyView {
    let pair = |(label, value): &(String, String)| view! { <span>{label.clone()}<span>{value.clone()}</span></span> };
    any_view! { <p class="sheet-signature">{line.iter().map(pair).collect_view()}</p> }
}

fn table(sheet: &PrintedForm) -> AnyView {
    let widths =
        sheet.columns.iter().map(|column| html::col().attr("width", format!("{}%", column.width))).collect_view();
    let heads = sheet.columns.iter().map(|column| view! { <th scope="col">{column.head.clone()}</th> }).collect_view();
    let span = sheet.rows.len().to_string();
    let row = |(place, cells): (usize, &Vec<String>)| {
        let side = sheet.side.clone().filter(|_| place == 0);
        let side = side.map(|text| view! { <th scope="rowgroup" class="sheet-side" rowspan=span.clone()>{text}</th> });
        let cells = cells.iter().map(|cell| view! { <td>{cell.clone()}</td> }).collect_view();
        view! { <tr>{side}{cells}</tr> }
    };
    let rows = sheet.rows.iter().enumerate().map(row).collect_view();
    let rest = sheet.columns.len().saturating_sub(1).to_string();
    let blocks = sheet.blocks.iter().map(|review| block(review, &rest)).collect_view();
    any_view! {
        <div class="sheet-scroll" tabindex="0" role="region" aria-label=words::preview(Lang::Zh)>
            <table>
                <colgroup>{widths}</colgroup>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}{blocks}</tbody>
            </table>
        </div>
    }
}

/// A reason with more characters than this is long.
const LONG: usize = 120;

fn block(review: &ReviewBlock, columns: &str) -> AnyView {
    any_view! {
        <tr class="sheet-block">
            <th scope="row" class="sheet-side">{review.heading.clone()}</th>
            <td colspan=columns.to_owned()>
                {review.text.iter().map(|line| view! { <p class=decided(line)>{line.clone()}</p> }).collect_view()}
                <p>{review.seal.clone()}</p><p>{review.date.clone()}</p>
            </td>
        </tr>
    }
}

/// Returns the classes of a line: a long reason is set smaller, so that the form stays on its page.
fn decided(line: &str) -> &'static str {
    if line.chars().count() > LONG { "sheet-decided sheet-long" } else { "sheet-decided" }
}

fn foot(seal: &Seal) -> AnyView {
    let digest = seal.digest.to_string();
    any_view! {
        <div class="sheet-foot">
            <QrCode text=digest label=words::qr_label(Lang::Zh) />
            <div>
                <p>{words::seal_line(Lang::Zh, seal.sequence, &when::day(Lang::Zh, seal.signed_on))}</p>
                <p>{export::digest(Lang::Zh)}" "<span class="sheet-digits">{groups(seal.digest)}</span></p>
            </div>
        </div>
    }
}
