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
    ($payload:expr, $content:ident => $result:expr) => {
        match $payload {
            Payload::Enrolment($content) => $result,
            Payload::Assessment($content) => $result,
            Payload::Opinion($content) => $result,
            Payload::Recognition($content) => $result,
            Payload::Receipt($content) => $result,
            Payload::Rollup($content) => $result,
            Payload::Directory($content) => $result,
            Payload::Overlay($content) => $result,
            Payload::Pack($content) => $result,
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
        each!(self, content => of(&**content))
    }

    /// Returns the signing party.
    #[must_use]
    pub fn party(&self) -> &Party {
        match self {
            Self::Assessment(assessment) => &assessment.party,
            Self::Enrolment(enrolment) => &enrolment.stated.party,
            Self::Opinion(opinion) => &opinion.stated.party,
            Self::Recognition(recognition) => &recognition.stated.party,
            Self::Receipt(receipt) => &receipt.stated.party,
            Self::Rollup(rollup) => &rollup.stated.party,
            Self::Directory(directory) => &directory.stated.party,
            Self::Overlay(overlay) => &overlay.stated.party,
            Self::Pack(pack) => &pack.stated.party,
        }
    }

    /// Returns the unit that the file is about; the party's own where it is about no other.
    #[must_use]
    pub fn unit(&self) -> UnitCode {
        match self {
            Self::Assessment(assessment) => assessment.facts.unit,
            Self::Opinion(opinion) => opinion.subject.unit,
            Self::Recognition(recognition) => recognition.subject.unit,
            Self::Receipt(receipt) => receipt.unit,
            Self::Enrolment(_) | Self::Rollup(_) | Self::Directory(_) | Self::Overlay(_) | Self::Pack(_) => {
                self.party().unit
            }
        }
    }

    /// Returns the time of signing, by the signer's clock.
    #[must_use]
    pub fn stated_at(&self) -> Moment {
        match self {
            Self::Assessment(assessment) => assessment.stated_at,
            Self::Enrolment(enrolment) => enrolment.stated.at,
            Self::Opinion(opinion) => opinion.stated.at,
            Self::Recognition(recognition) => recognition.stated.at,
            Self::Receipt(receipt) => receipt.stated.at,
            Self::Rollup(rollup) => rollup.stated.at,
            Self::Directory(directory) => directory.stated.at,
            Self::Overlay(overlay) => overlay.stated.at,
            Self::Pack(pack) => pack.stated.at,
        }
    }

    /// Returns `true` for example data.
    #[must_use]
    pub fn example(&self) -> bool {
        match self {
            Self::Assessment(assessment) => assessment.example,
            Self::Enrolment(enrolment) => enrolment.stated.example,
            Self::Opinion(opinion) => opinion.stated.example,
            Self::Recognition(recognition) => recognition.stated.example,
            Self::Receipt(receipt) => receipt.stated.example,
            Self::Rollup(rollup) => rollup.stated.example,
            Self::Directory(directory) => directory.stated.example,
            Self::Overlay(overlay) => overlay.stated.example,
            Self::Pack(pack) => pack.stated.example,
        }
    }

    /// Signs it, as [`super::sign`] does.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> Signed {
        each!(self, content => super::sign(&**content, key))
    }

    /// Lists every free text, and every id that the signer chose, with its path.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, &str)> {
        each!(self, content => content.texts())
    }

    /// Finds personal numbers and addresses anywhere in the payload, with their paths.
    #[must_use]
    pub fn personal(&self) -> Vec<(String, PersonalKind)> {
        each!(self, content => content.personal())
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
            Self::Assessment(assessment) => {
                (assessment.sequence, assessment.supersedes) = (place.sequence, place.supersedes)
            }
            Self::Opinion(opinion) => opinion.place = place,
            Self::Recognition(recognition) => recognition.place = place,
            Self::Receipt(receipt) => receipt.place = place,
            Self::Rollup(rollup) => rollup.place = place,
            Self::Directory(directory) => directory.place = place,
            Self::Overlay(overlay) => overlay.place = place,
        }
        self
    }

    /// Returns its line, sequence number and predecessor; `None` for kinds that stand alone.
    fn placed(&self) -> Option<(FileLine, u32, Option<Digest>)> {
        let by = || self.party().clone();
        let (line, place) = match self {
            Self::Enrolment(_) | Self::Pack(_) => return None,
            Self::Assessment(assessment) => {
                return Some((FileLine::Unit(slot(assessment)), assessment.sequence, assessment.supersedes));
            }
            Self::Opinion(opinion) => {
                (FileLine::Office(by(), opinion.subject.slot(Kind::Opinion, opinion.stated.example)), opinion.place)
            }
            Self::Recognition(recognition) => {
                let slot = recognition.subject.slot(Kind::Recognition, recognition.stated.example);
                (FileLine::Decision(by(), recognition.office.clone(), slot), recognition.place)
            }
            Self::Receipt(receipt) => {
                (FileLine::Answer { by: by(), file: receipt.file, example: receipt.stated.example }, receipt.place)
            }
            Self::Rollup(rollup) => {
                let slot = Slot {
                    kind: Kind::Rollup,
                    unit: rollup.stated.party.unit,
                    pack: rollup.pack.id.clone(),
                    level: rollup.level.clone(),
                    period: rollup.period,
                    example: rollup.stated.example,
                };
                (FileLine::Office(by(), slot), rollup.place)
            }
            Self::Directory(directory) => {
                (FileLine::Directory { by: by(), example: directory.stated.example }, directory.place)
            }
            Self::Overlay(overlay) => (overlay.line(), overlay.place),
        };
        Some((line, place.sequence, place.supersedes))
    }
}

/// Reads the payload of an envelope whose kind is `C::KIND`.
pub(super) fn content<C: Content>(envelope: &Jws) -> Result<Box<C>, BundleError> {
    let misfits = |misfits| BundleError::Misfits { layer: Layer::Payload, misfits };
    C::from_json(envelope.payload()?).map(Box::new).map_err(misfits)
}

fn slot(assessment: &Assessment) -> Slot {
    Slot {
        kind: Kind::Assessment,
        unit: assessment.facts.unit,
        pack: assessment.pack.id.clone(),
        level: assessment.level.clone(),
        period: assessment.facts.period,
        example: assessment.example,
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
        let assessment = self.payload;
        SeenFile {
            slot: slot(assessment),
            digest: self.digest,
            sequence: assessment.sequence,
            supersedes: assessment.supersedes,
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
