//! How the page looks and moves, as it is kept and as the page knows it.

use crate::wire::{ColoursView, LettersView, LookView, MotionView};
use vincula_assistant::{Colours, Letters, Look, Motion};

pub(crate) fn look(look: Look) -> LookView {
    LookView {
        colours: match look.colours {
            Colours::System => ColoursView::System,
            Colours::Light => ColoursView::Light,
            Colours::Dark => ColoursView::Dark,
            Colours::ContrastLight => ColoursView::ContrastLight,
            Colours::ContrastDark => ColoursView::ContrastDark,
        },
        motion: match look.motion {
            Motion::System => MotionView::System,
            Motion::Still => MotionView::Still,
        },
        letters: match look.letters {
            Letters::Normal => LettersView::Normal,
            Letters::Large => LettersView::Large,
            Letters::Larger => LettersView::Larger,
        },
    }
}

impl From<LookView> for Look {
    fn from(view: LookView) -> Self {
        Self {
            colours: match view.colours {
                ColoursView::System => Colours::System,
                ColoursView::Light => Colours::Light,
                ColoursView::Dark => Colours::Dark,
                ColoursView::ContrastLight => Colours::ContrastLight,
                ColoursView::ContrastDark => Colours::ContrastDark,
            },
            motion: match view.motion {
                MotionView::System => Motion::System,
                MotionView::Still => Motion::Still,
            },
            letters: match view.letters {
                LettersView::Normal => Letters::Normal,
                LettersView::Large => Letters::Large,
                LettersView::Larger => Letters::Larger,
            },
        }
    }
}
