//! The payload of a bundle: one enum over all kinds, and what they have in common.

use super::{
    Assessment, BundleError, Content, Directory, Enrolment, FileLine, Kind, Layer, LinePosition, Opinion, Party,
    Receipt, Recognition, Rollup, SeenFile, Signed, SignedOverlay, SignedPack, SigningKey, Slot, Verified, jws::Jws,
};
use crate::{
    days::Day,
    id::{Digest, UnitCode},
    moment::Moment,
    privacy::PersonalKind,
};

/// The payload of a bundle, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// A key's enrolment (密钥登记).
    Enrolment(Box<Enrolment>),
    /// A unit's own assessment (自评).
    Assessment(Box<Assessment>),
    /// A monitoring unit's opinion (意见).
    Opinion(Box<Opinion>),
    /// An office's decision (认定).
    Recognition(Box<Recognition>),
    /// An office's answer to a file (回执).
    Receipt(Box<Receipt>),
    /// An office's roll-up (汇总).
    Rollup(Box<Rollup>),
    /// Units, offices, keys of an area (名录).
    Directory(Box<Directory>),
    /// A document's supplement (补充标准).
    Overlay(Box<SignedOverlay>),
    /// A document as data (创建标准).
    Pack(Box<SignedPack>),
}

/// Evaluates the same expression with the content of every kind.
macro_rules! each {
    ($payload:expr, $it:ident => $result:expr) => {
        match $payload {
            Payload::Enrolment($it) => $result,
            Payload::Assessment($it) => $result,
            Payload::Opinion($it) => $result,
            Payload::Recognition($it) => $result,
            Payload::Receipt($it) => $result,
            Payload::Rollup($it) => $result,
            Payload::Directory($it) => $result,
            Payload::Overlay($it) => $result,
            Payload::Pack($it) => $result,
        }
    };
}

impl Payload {
    /// Reads the payload of an envelope of any kind.
    pub(super) fn of(envelope: &Jws) -> Result<Self, BundleError> {
        Ok(match envelope.kind {
            Kind::Enrolment => Self::Enrolment(content(envelope)?),
            Kind::Assessment => Self::Assessment(content(envelope)?),
            Kind::Opinion => Self::Opinion(content(envelope)?),
            Kind::Recognition => Self::Recognition(content(envelope)?),
            Kind::Receipt => Self::Receipt(content(envelope)?),
            Kind::Rollup => Self::Rollup(content(envelope)?),
            Kind::Directory => Self::Directory(content(envelope)?),
            Kind::Overlay => Self::Overlay(content(envelope)?),
            Kind::Pack => Self::Pack(content(envelope)?),
        })
    }

    /// Returns the kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        fn of<C: Content>(_: &C) -> Kind {
            C::KIND
        }
        each!(self, it => of(&**it))
    }

    /// Returns the signing party.
    #[must_use]
    pub fn party(&self) -> &Party {
        match self {
            Self::Assessment(it) => &it.party,
            Self::Enrolment(it) => &it.stated.party,
            Self::Opinion(it) => &it.stated.party,
            Self::Recognition(it) => &it.stated.party,
            Self::Receipt(it) => &it.stated.party,
            Self::Rollup(it) => &it.stated.party,
            Self::Directory(it) => &it.stated.party,
            Self::Overlay(it) => &it.stated.party,
            Self::Pack(it) => &it.stated.party,
        }
    }

    /// Returns the unit that the file is about; the party's own where it is about no other.
    #[must_use]
    pub fn unit(&self) -> UnitCode {
        match self {
            Self::Assessment(it) => it.facts.unit,
            Self::Opinion(it) => it.subject.unit,
            Self::Recognition(it) => it.subject.unit,
            Self::Receipt(it) => it.unit,
            Self::Enrolment(_) | Self::Rollup(_) | Self::Directory(_) | Self::Overlay(_) | Self::Pack(_) => {
                self.party().unit
            }
        }
    }

    /// Returns the time of signing, by the signer's clock.
    #[must_use]
    pub fn stated_at(&self) -> Moment {
        match self {
            Self::Assessment(it) => it.stated_at,
            Self::Enrolment(it) => it.stated.at,
            Self::Opinion(it) => it.stated.at,
            Self::Recognition(it) => it.stated.at,
            Self::Receipt(it) => it.stated.at,
            Self::Rollup(it) => it.stated.at,
            Self::Directory(it) => it.stated.at,
            Self::Overlay(it) => it.stated.at,
            Self::Pack(it) => it.stated.at,
        }
    }

    /// Returns `true` for example data.
    #[must_use]
    pub fn example(&self) -> bool {
        match self {
            Self::Assessment(it) => it.example,
            Self::Enrolment(it) => it.stated.example,
            Self::Opinion(it) => it.stated.example,
            Self::Recognition(it) => it.stated.example,
            Self::Receipt(it) => it.stated.example,
            Self::Rollup(it) => it.stated.example,
            Self::Directory(it) => it.stated.example,
            Self::Overlay(it) => it.stated.example,
            Self::Pack(it) => it.stated.example,
        }
    }

    /// Signs it, as [`super::sign`] does.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> Signed {
        each!(self, it => super::sign(&**it, key))
    }

    /// Lists every free text, and every id that the signer chose, with its path.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, &str)> {
        each!(self, it => it.texts())
    }

    /// Finds personal numbers and addresses anywhere in the payload, with their paths.
    #[must_use]
    pub fn personal(&self) -> Vec<(String, PersonalKind)> {
        each!(self, it => it.personal())
    }

    /// Returns the line to which it belongs; `None` for kinds that stand alone.
    #[must_use]
    pub fn line(&self) -> Option<FileLine> {
        self.placed().map(|(line, ..)| line)
    }

    /// Returns the same payload at another place of its line; kinds that stand alone are returned unchanged.
    #[must_use]
    pub fn at(mut self, place: LinePosition) -> Self {
        match &mut self {
            Self::Enrolment(_) | Self::Pack(_) => {}
            Self::Assessment(it) => (it.sequence, it.supersedes) = (place.sequence, place.supersedes),
            Self::Opinion(it) => it.place = place,
            Self::Recognition(it) => it.place = place,
            Self::Receipt(it) => it.place = place,
            Self::Rollup(it) => it.place = place,
            Self::Directory(it) => it.place = place,
            Self::Overlay(it) => it.place = place,
        }
        self
    }

    /// Returns its line, sequence number and predecessor; `None` for kinds that stand alone.
    fn placed(&self) -> Option<(FileLine, u32, Option<Digest>)> {
        let by = || self.party().clone();
        let (line, place) = match self {
            Self::Enrolment(_) | Self::Pack(_) => return None,
            Self::Assessment(it) => return Some((FileLine::Unit(slot(it)), it.sequence, it.supersedes)),
            Self::Opinion(it) => (FileLine::Office(by(), it.subject.slot(Kind::Opinion, it.stated.example)), it.place),
            Self::Recognition(it) => {
                let slot = it.subject.slot(Kind::Recognition, it.stated.example);
                (FileLine::Decision(by(), it.office.clone(), slot), it.place)
            }
            Self::Receipt(it) => (FileLine::Answer { by: by(), file: it.file, example: it.stated.example }, it.place),
            Self::Rollup(it) => {
                let slot = Slot {
                    kind: Kind::Rollup,
                    unit: it.stated.party.unit,
                    pack: it.pack.id.clone(),
                    level: it.level.clone(),
                    period: it.period,
                    example: it.stated.example,
                };
                (FileLine::Office(by(), slot), it.place)
            }
            Self::Directory(it) => (FileLine::Directory { by: by(), example: it.stated.example }, it.place),
            Self::Overlay(it) => (it.line(), it.place),
        };
        Some((line, place.sequence, place.supersedes))
    }
}

/// Reads the payload of an envelope whose kind is `C::KIND`.
pub(super) fn content<C: Content>(envelope: &Jws) -> Result<Box<C>, BundleError> {
    let misfits = |misfits| BundleError::Misfits { layer: Layer::Payload, misfits };
    C::from_json(envelope.payload()?).map(Box::new).map_err(misfits)
}

fn slot(it: &Assessment) -> Slot {
    Slot {
        kind: Kind::Assessment,
        unit: it.facts.unit,
        pack: it.pack.id.clone(),
        level: it.level.clone(),
        period: it.facts.period,
        example: it.example,
    }
}

impl super::Subject {
    /// Returns the slot of a file of this kind with this subject.
    fn slot(&self, kind: Kind, example: bool) -> Slot {
        let (pack, level) = (self.pack.id.clone(), self.level.clone());
        Slot { kind, unit: self.unit, pack, level, period: self.period, example }
    }
}

impl Verified<Assessment> {
    /// Returns the file's place among others. `enrolled` tells whether its key is enrolled for its unit, `first_seen`
    /// is the day on which it came.
    #[must_use]
    pub fn seen(&self, enrolled: bool, first_seen: Day) -> SeenFile {
        self.with(&self.payload).place(enrolled, first_seen)
    }
}

impl Verified<&Assessment> {
    /// Returns the place as [`Verified::seen`] does.
    pub(super) fn place(&self, enrolled: bool, first_seen: Day) -> SeenFile {
        let it = self.payload;
        SeenFile {
            slot: slot(it),
            digest: self.digest,
            sequence: it.sequence,
            supersedes: it.supersedes,
            kid: self.key.thumbprint(),
            enrolled,
            first_seen,
            settled: false,
        }
    }
}

impl Verified {
    /// Returns the file's place among others of its line; `None` for kinds that stand alone.
    #[must_use]
    pub fn seen(&self, enrolled: bool, first_seen: Day) -> Option<SeenFile<FileLine>> {
        let (slot, sequence, supersedes) = self.payload.placed()?;
        let kid = self.key.thumbprint();
        Some(SeenFile { slot, digest: self.digest, sequence, supersedes, kid, enrolled, first_seen, settled: false })
    }
}

macro_rules! payload {
    ($($variant:ident: $content:ty),* $(,)?) => {
        $(impl From<$content> for Payload {
            fn from(content: $content) -> Self {
                Self::$variant(Box::new(content))
            }
        })*
    };
}

payload!(
    Enrolment: Enrolment, Assessment: Assessment, Opinion: Opinion, Recognition: Recognition, Receipt: Receipt,
    Rollup: Rollup, Directory: Directory, Overlay: SignedOverlay, Pack: SignedPack,
);
