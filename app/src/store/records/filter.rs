//! The stored form of a statement's filter, which selects incidents of a category.

use cunping_core::pack::condition::{Compare, Filter};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum StoredFilter {
    Attribute { is: String, must: String, bound: i64 },
    All(Vec<StoredFilter>),
    Any(Vec<StoredFilter>),
}

/// Converts a filter into its stored form; `None` for the filter that every incident passes.
pub(super) fn store(filter: &Filter) -> Option<StoredFilter> {
    let parts = |parts: &[Filter]| parts.iter().filter_map(store).collect();
    match filter {
        Filter::Every => None,
        Filter::Attribute { is, must, bound } => {
            Some(StoredFilter::Attribute { is: is.to_string(), must: must.code().to_owned(), bound: *bound })
        }
        Filter::All(all) => Some(StoredFilter::All(parts(all))),
        Filter::Any(any) => Some(StoredFilter::Any(parts(any))),
    }
}

pub(super) fn read(filter: StoredFilter) -> Option<Filter> {
    let parts = |parts: Vec<StoredFilter>| parts.into_iter().map(read).collect::<Option<Vec<_>>>();
    Some(match filter {
        StoredFilter::Attribute { is, must, bound } => {
            let must = Compare::ALL.into_iter().find(|it| it.code() == must)?;
            Filter::Attribute { is: is.parse().ok()?, must, bound }
        }
        StoredFilter::All(all) => Filter::All(parts(all)?),
        StoredFilter::Any(any) => Filter::Any(parts(any)?),
    })
}

/// Returns the filter as the last field of a key; `None` for the filter that every incident passes.
pub(super) fn key(filter: &Filter) -> Option<String> {
    store(filter).and_then(|it| serde_json::to_string(&it).ok())
}
