//! The narrow window beside the browser: where it stands and how large it is. Pure sums, in logical pixels.

use vincula_assistant::Side;

/// Wide enough for the longest button and a line of text; what is left of a small screen is the browser's.
pub(crate) const WIDTH: f64 = 400.0;

/// A rectangle in logical pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// Where the window stands at this side of a screen's free area. `frame` is what the window manager adds around the
/// page: the sum of its left and right edges, and of its title and bottom.
pub(crate) fn beside(free: Area, side: Side, frame: (f64, f64)) -> Area {
    let width = WIDTH.min(free.width - frame.0);
    Area {
        x: match side {
            Side::Left => free.x,
            Side::Right => free.x + free.width - width - frame.0,
        },
        y: free.y,
        width,
        height: free.height - frame.1,
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, Side, WIDTH, beside};

    const FREE: Area = Area {
        x: 1920.0,
        y: 30.0,
        width: 1280.0,
        height: 870.0,
    };

    #[test]
    fn it_stands_at_its_side_of_its_own_screen_and_leaves_the_rest() {
        let left = beside(FREE, Side::Left, (2.0, 24.0));
        assert_eq!(
            (left.x, left.y, left.width, left.height),
            (1920.0, 30.0, WIDTH, 846.0)
        );
        let right = beside(FREE, Side::Right, (2.0, 24.0));
        assert_eq!((right.x, right.width), (1920.0 + 1280.0 - WIDTH - 2.0, WIDTH));
    }

    #[test]
    fn it_is_never_wider_than_its_screen() {
        let narrow = Area { width: 360.0, ..FREE };
        let window = beside(narrow, Side::Right, (0.0, 0.0));
        assert_eq!((window.x, window.width), (1920.0, 360.0));
    }
}
