//! The table that is printed: a row a fault, a column a call, and below it who acts, and by what.

use super::Found;
use std::fmt;
use vincula_core::problem::ProblemKind;

/// The cells so far.
#[derive(Default)]
pub(super) struct Table {
    columns: Vec<(&'static str, Vec<(String, String)>)>,
}

impl Table {
    pub(super) fn keep(&mut self, column: &'static str, row: String, found: Found) {
        let cell = found.unwrap_or_else(|_| "WRONG".to_owned());
        match self.columns.iter_mut().find(|(name, _)| *name == column) {
            Some((_, cells)) => cells.push((row, cell)),
            None => self.columns.push((column, vec![(row, cell)])),
        }
    }

    pub(super) fn cells(&self) -> usize {
        self.columns.iter().map(|(_, cells)| cells.len()).sum()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Columns with the same faults stand beside each other.
        let mut left: Vec<_> = self.columns.iter().collect();
        while !left.is_empty() {
            let rows: Vec<String> = left[0].1.iter().map(|(row, _)| row.clone()).collect();
            let (together, others): (Vec<_>, Vec<_>) = left
                .into_iter()
                .partition(|(_, cells)| cells.iter().map(|(row, _)| row).eq(rows.iter()));
            write!(f, "\n{:26}", "")?;
            for (name, _) in &together {
                write!(f, " {name:23}")?;
            }
            writeln!(f)?;
            for (at, row) in rows.iter().enumerate() {
                write!(f, "{row:26}")?;
                for (_, cells) in &together {
                    write!(f, " {:23}", cells[at].1)?;
                }
                writeln!(f)?;
            }
            left = others;
        }
        writeln!(f)?;
        let cells: Vec<_> = self.columns.iter().flat_map(|(_, cells)| cells).collect();
        for kind in ProblemKind::ALL {
            let count = cells.iter().filter(|(_, cell)| cell == kind.as_str()).count();
            if count > 0 {
                let (who, step) = (kind.who().as_str(), kind.remedy().step());
                writeln!(f, "{count:5} × {:23} {who:9} acts, by «{step}»", kind.as_str())?;
            }
        }
        let wrong = cells.iter().filter(|(_, cell)| cell == "WRONG").count();
        write!(f, "\n{} cells, {wrong} wrong", self.cells())
    }
}
