//! The suite in the browser: stores in IndexedDB, and the cases that only it can have.

use std::{cell::RefCell, rc::Rc};

use cunping_core::facts::Says;
use indexed_db_futures::{
    Build, BuildPrimitive,
    database::Database,
    transaction::{TransactionMode, TransactionOptions},
};
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{Bench, sample};
use crate::store::{
    Change, Followed, Notice, RowKey, Setting, Store, StoreError, Table, Touched, backend::Backend,
    migrations::VERSION, tabs::Tabs,
};

/// A database of its own for one case.
pub struct InBrowser(String);

impl InBrowser {
    /// Names the database for a case.
    #[must_use]
    pub fn new(case: &str) -> Self {
        Self(format!("conformance-{case}"))
    }

    async fn open_with(&self, notices: impl Fn(Notice) + 'static) -> Result<Store, StoreError> {
        let backend = Backend::open(&self.0, Rc::new(notices)).await?;
        Ok(Store::with(backend, Tabs::join(&self.0)))
    }

    /// Opens the database as another program would.
    async fn open_raw(&self, version: u32) -> Database {
        let opening = Database::open(self.0.as_str()).with_version(version);
        opening.with_on_upgrade_needed(|_, _| Ok(())).await.unwrap()
    }
}

impl Bench for InBrowser {
    async fn open(&self) -> Store {
        self.open_with(|_| ()).await.unwrap()
    }
}

/// Passes the name of every case that only IndexedDB can have to the macro `$each`.
#[macro_export]
macro_rules! store_cases_in_browser {
    ($each:ident) => {
        $each! {
            a_newer_database_is_refused,
            a_newer_program_takes_the_handle_away,
            a_deleted_database_is_lost,
            a_value_that_is_no_text_is_named,
            every_write_is_strict_and_committed,
            other_handles_are_told_what_changed,
            what_is_read_and_written_is_one_transaction,
        }
    };
}

/// A database that a newer program made is not opened.
pub async fn a_newer_database_is_refused(bench: &InBrowser) {
    bench.open_raw(VERSION + 1).await.close();
    assert_eq!(bench.open_with(|_| ()).await.err(), Some(StoreError::Newer));
}

/// When a newer program opens the database, this handle closes without making it wait, and reports it.
pub async fn a_newer_program_takes_the_handle_away(bench: &InBrowser) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let hears = Rc::clone(&heard);
    let store = bench.open_with(move |notice| hears.borrow_mut().push(notice)).await.unwrap();
    store.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    bench.open_raw(VERSION + 1).await.close();
    assert_eq!(*heard.borrow(), [Notice::Superseded]);
    assert_eq!(store.apply(vec![Change::AddWorkplace(sample::workplace(2))]).await, Err(StoreError::Closed));
    assert_eq!(store.workplaces().await.err(), Some(StoreError::Closed));
}

/// When the database is deleted, as by a clean-up tool, this handle reports it and saves nothing any more.
pub async fn a_deleted_database_is_lost(bench: &InBrowser) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let hears = Rc::clone(&heard);
    let store = bench.open_with(move |notice| hears.borrow_mut().push(notice)).await.unwrap();
    Database::delete_by_name(&bench.0).unwrap().await.unwrap();
    assert_eq!(*heard.borrow(), [Notice::Lost]);
    assert_eq!(store.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await, Err(StoreError::Closed));
}

/// A row whose value is not a text is listed like any other bad record.
pub async fn a_value_that_is_no_text_is_named(bench: &InBrowser) {
    let store = bench.open().await;
    store.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    let raw = bench.open_raw(VERSION).await;
    let tx = raw.transaction("workplaces").with_mode(TransactionMode::Readwrite);
    let tx = tx.with_options(TransactionOptions::new()).build().unwrap();
    let rows = tx.object_store("workplaces").unwrap();
    rows.put(7_u32).with_key("7".to_owned()).without_key_type().primitive().unwrap();
    tx.commit().await.unwrap();
    let listed = store.workplaces().await.unwrap();
    assert_eq!(listed.good, [sample::workplace(1)]);
    assert_eq!(listed.bad, [RowKey { table: Table::Workplaces, key: "7".into() }]);
    raw.close();
}

/// A save returns after the `complete` event of one transaction that asked for strict durability.
pub async fn every_write_is_strict_and_committed(bench: &InBrowser) {
    let store = bench.open().await;
    let spied = Function::new_no_args(
        "const seen = [], real = IDBDatabase.prototype.transaction;
         IDBDatabase.prototype.transaction = function (names, mode, options) {
             const tx = real.apply(this, arguments);
             if (mode === 'readwrite') {
                 seen.push(options && options.durability);
                 tx.addEventListener('complete', () => seen.push('complete'));
             }
             return tx;
         };
         return () => { IDBDatabase.prototype.transaction = real; return seen.join(); };",
    );
    let stop: Function = spied.call0(&JsValue::NULL).unwrap().unchecked_into();
    store.apply(sample::everything(1)).await.unwrap();
    let seen = stop.call0(&JsValue::NULL).unwrap();
    assert_eq!(seen.as_string().as_deref(), Some("strict,complete"));
}

/// After a commit, every other handle is told what was changed; a batch that failed is not announced.
pub async fn other_handles_are_told_what_changed(bench: &InBrowser) {
    let (one, two) = (bench.open().await, bench.open().await);
    let heard = Rc::new(RefCell::new(Vec::new()));
    let hears = Rc::clone(&heard);
    let (told, tell) = promise();
    two.on_change(move |touched| {
        hears.borrow_mut().push(touched);
        if touched == Touched::Settings {
            tell.call0(&JsValue::NULL).unwrap();
        }
    });
    assert!(one.apply(vec![Change::PutUnit(sample::id(9), sample::unit())]).await.is_err());
    one.apply(sample::everything(1)).await.unwrap();
    one.apply(vec![Change::Set(Setting::LargeType(true))]).await.unwrap();
    JsFuture::from(told).await.unwrap();
    assert_eq!(*heard.borrow(), [Touched::Workplace(sample::id(1)), Touched::Settings]);
}

/// When two tabs state and follow at the same time, each takes account of the other's change, whoever is first.
pub async fn what_is_read_and_written_is_one_transaction(bench: &InBrowser) {
    let (one, two) = (bench.open().await, bench.open().await);
    let of = sample::id(1);
    one.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    let followed = |pack: &str| Followed { pack: pack.parse().unwrap(), ..sample::workplace(1).documents.remove(0) };
    let at_once = |store: &Store, from, to, pack: &str| {
        let (store, said) = (store.clone(), sample::statement("crime", from, to, Says::Complete));
        let changes = vec![Change::State(of, said), Change::Follow(of, vec![followed(pack)])];
        future_to_promise(async move {
            store.apply(changes).await.unwrap();
            Ok(JsValue::UNDEFINED)
        })
    };
    let both = Array::of2(
        &at_once(&one, "2026-01-01", "2026-03-31", "another-2026"),
        &at_once(&two, "2026-02-01", "2026-02-28", "third-2026"),
    );
    JsFuture::from(Promise::all(&both)).await.unwrap();
    let mut days: Vec<_> = one.register(of).await.unwrap().statements.iter().map(|it| it.value.days).collect();
    days.sort();
    assert!(days.windows(2).all(|pair| pair[0].intersection(pair[1]).is_none()), "{days:?}");
    assert_eq!(one.workplaces().await.unwrap().good[0].documents.len(), 3);
}

/// Makes a promise, and the function that fulfils it.
fn promise() -> (Promise, Function) {
    let mut fulfil = JsValue::NULL;
    let promise = Promise::new(&mut |resolve, _| fulfil = resolve.into());
    (promise, fulfil.unchecked_into())
}
