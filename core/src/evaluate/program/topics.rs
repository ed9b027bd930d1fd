//! The topics of a program, numbered, and the topics that a name in facts concerns.

use std::collections::BTreeMap;

use crate::{facts::Topic, id::IndicatorId};

/// The topics of a program. A category and a figure of the same name are two.
#[derive(Clone, Debug, Default)]
pub(crate) struct Topics {
    all: Vec<ProgramTopic>,
    /// By indicator: that of a topic, or a category above one.
    by_name: BTreeMap<String, Near>,
}

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ProgramTopic {
    pub(crate) topic: Topic,
    /// `true` where incidents are counted, `false` where a figure is read.
    pub(crate) incidents: bool,
}

/// The topics that an indicator concerns, by number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Near {
    /// Those about the indicator itself.
    pub(crate) same: Vec<u32>,
    /// Those about categories below it.
    pub(crate) below: Vec<u32>,
}

impl Topics {
    /// Returns the number of a topic; a new topic gets the next one.
    pub(super) fn number(&mut self, topic: Topic, incidents: bool) -> u32 {
        let asked = ProgramTopic { topic, incidents };
        if let Some(at) = self.all.iter().position(|it| *it == asked) {
            return number(at);
        }
        let own = number(self.all.len());
        self.near_mut(&asked.topic.about).same.push(own);
        let above = std::iter::successors(asked.topic.about.parent(), IndicatorId::parent);
        above.for_each(|above| self.near_mut(&above).below.push(own));
        self.all.push(asked);
        own
    }

    /// Returns the number of topics.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// Iterates over all topics, in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &ProgramTopic)> {
        (0..).zip(&self.all)
    }

    pub(crate) fn get(&self, topic: u32) -> Option<&ProgramTopic> {
        self.all.get(usize::try_from(topic).ok()?)
    }

    /// Returns the topics that an indicator concerns; `None` where there are none.
    pub(crate) fn near(&self, indicator: &str) -> Option<&Near> {
        self.by_name.get(indicator)
    }

    fn near_mut(&mut self, indicator: &IndicatorId) -> &mut Near {
        self.by_name.entry(indicator.as_str().to_owned()).or_default()
    }
}

/// Converts an index; no pack has 2^32 topics.
fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
