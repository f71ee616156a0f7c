//! Messages on the page: as text of an element, in an attribute, and with markup in their slots.

use yew::html::IntoPropValue;
use yew::prelude::*;

use crate::messages::{Markup, Message, Piece};

impl From<Message> for AttrValue {
    fn from(message: Message) -> Self {
        Self::from(message.to_string())
    }
}

impl IntoPropValue<AttrValue> for Message {
    fn into_prop_value(self) -> AttrValue {
        self.into()
    }
}

impl IntoPropValue<Option<AttrValue>> for Message {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl IntoPropValue<Html> for Message {
    fn into_prop_value(self) -> Html {
        self.to_string().into()
    }
}

/// The message with each slot filled.
pub(super) fn filled<const N: usize>(message: &Markup<N>, slots: [Html; N]) -> Html {
    let mut slots = slots.map(Some);
    let pieces = message.pieces().into_iter().map(|piece| match piece {
        Piece::Text(text) => html! { { text } },
        Piece::Slot(n) => slots.get_mut(n).and_then(Option::take).unwrap_or_default(),
    });
    pieces.collect()
}
