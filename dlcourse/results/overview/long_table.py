"""All figures about people in one long table, as exports write them."""

from dlcourse.domain.overview.long_table import figure_rows
from dlcourse.results.overview.cohort_table import GUARDED, CohortTable, figures_in
from dlcourse.results.tables import Column

FIGURES = CohortTable(
    f"Every figure about people that was published. One row for each question and answer. {GUARDED}",
    (
        Column("figure", "text", "the kind of figure, such as sorting"),
        Column("of", "text", "what it is about, such as the id of an exercise"),
        Column("title", "text", "its title"),
        Column("question", "text", "the id of the question"),
        Column("text", "text", "the question"),
        Column("answer", "text", "the id of an answer"),
        Column("answer_name", "text", "the answer"),
        Column("people", "whole", "people who answered this"),
        Column("of_people", "whole", "all people who answered the question; at least five"),
        Column("moved", "time", "when the figure moved on last"),
    ),
    lambda course, cohort: figure_rows(figures_in(course, cohort).figures),
)
