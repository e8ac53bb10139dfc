"""Invented questions of consultations, each with the subjects or kinds that are right for it.

They were labelled before they were matched.
"""

from __future__ import annotations

SEEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "To what extent do you agree or disagree with the proposed vision for the strategy?",
        ("general",),
    ),
    (
        "Have we identified the right outcomes for children, young people and families?",
        ("data", "general"),
    ),
    (
        "What do you think are the biggest challenges facing families with babies in our area?",
        ("general", "own-mental-health", "vulnerability"),
    ),
    ("Do you think the draft plan will make a difference? If not, why not?", ("general",)),
    ("What would help you or your family get support sooner?", ("access", "early-foundations")),
    ("How can we reduce health inequalities in the early years?", ("vulnerability",)),
    (
        "Are there any groups of children whose needs have been overlooked?",
        ("general", "vulnerability"),
    ),
    (
        "Please tell us how long you waited for an appointment and what would have helped.",
        ("access",),
    ),
    (
        "How should the board make sure that partners deliver what they promise?",
        ("accountability",),
    ),
    ("What information should we publish each year?", ("accountability", "data")),
    ("Do you agree that services should be provided from birth to 25?", ("age-scope",)),
    ("What barriers do families face in getting help from CAMHS?", ("access",)),
    ("How well do schools support pupils' mental health?", ("others",)),
    ("What is your experience of maternity and health visiting services?", ("universal-offer",)),
    (
        "How can we better support parents with their own mental health?",
        ("family-support", "own-mental-health"),
    ),
    ("Do you have any comments on the equality impact assessment?", ("vulnerability",)),
    ("Which of the following age bands are you in?", ("respondent",)),
    ("How did you find out about this consultation?", ("respondent",)),
    ("Should the new crisis service be open to all ages?", ("age-scope", "crisis-response")),
    ("What one thing would you change about the strategy?", ("general",)),
    ("Is the language used in this document easy to understand?", ("language",)),
    ("How can we recruit and retain enough professionals?", ("workforce",)),
    (
        "What role should the voluntary sector play in delivering this plan?",
        ("accountability", "cross-system", "general", "unknown"),
    ),
    (
        "How can we ensure the voices of children, including those who cannot speak, shape our work?",
        ("rights-voice",),
    ),
    ("How do we stop children from entering care?", ("cross-system", "vulnerability")),
    ("What support should be available to kinship carers?", ("family-support",)),
    ("Are the proposed waiting time standards right?", ("access",)),
    (
        "Do you have any views on the proposed model of specialist perinatal and parent-infant services?",
        ("specialist-provision",),
    ),
    ("How could libraries and leisure centres improve?", ("elsewhere", "unknown")),
    (
        "What evidence should we take into account when deciding where to invest?",
        ("accountability", "early-foundations"),
    ),
    ("Do you support closing the local swimming pool?", ("unknown",)),
    ("If you have any further comments, please write them here.", ("rest",)),
    (
        "How can social care and the NHS share information safely about babies at risk?",
        ("cross-system", "vulnerability"),
    ),
    (
        "Should we set a target for how many families are seen within four weeks?",
        ("access", "accountability", "data"),
    ),
    (
        "How can communities build attachment and bonding in the first 1,001 days?",
        ("early-foundations", "relationships"),
    ),
    ("Please give your full name and postcode.", ("respondent",)),
)
"""Cues were added after these were matched."""
UNSEEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Do you agree that the strategy focuses on the right areas?", ("general",)),
    ("What should we do first, second and third?", ("accountability", "general", "unknown")),
    (
        "How can new parents be helped to bond with their baby?",
        ("family-support", "own-mental-health", "relationships"),
    ),
    ("What stops families from asking for help?", ("access",)),
    (
        "How should GPs and midwives respond when they are worried about a baby?",
        ("universal-offer",),
    ),
    ("Do you think there are enough trained practitioners in the borough?", ("workforce",)),
    (
        "How should progress against the strategy be reported to the public?",
        ("accountability", "data"),
    ),
    ("Is the budget sufficient?", ("accountability",)),
    ("Which communities find it hardest to use our services?", ("access", "vulnerability")),
    ("Should the upper age limit be raised to 25?", ("access", "age-scope")),
    ("How can we make the strategy easier to read?", ("general", "language")),
    ("What can be learned from the Covid-19 pandemic?", ("crisis-response",)),
    (
        "How should babies' needs be represented in decisions?",
        ("own-mental-health", "rights-voice"),
    ),
    (
        "How can domestic abuse services work with children's services?",
        ("cross-system", "vulnerability"),
    ),
    ("What does a good childhood look like to you?", ("general", "unknown")),
    ("Do you live, work or study in the area?", ("respondent", "unknown")),
    (
        "How far do you agree with Priority 3: giving every child the best start?",
        ("early-foundations", "own-mental-health", "relationships"),
    ),
    (
        "What specialist help should be available to families where a parent has a mental illness?",
        ("specialist-provision",),
    ),
    ("Do you have suggestions for how adult social care could be improved?", ("others",)),
    ("Would you like to be kept informed of the results?", ("respondent", "unknown")),
    ("How do you think technology could help people to get support?", ("access", "unknown")),
    ("What support do foster carers and grandparents raising babies need?", ("family-support",)),
    ("Are the proposed governance arrangements clear?", ("accountability",)),
    ("Please use this space for anything not covered above.", ("rest",)),
)
"""No cue was added for these: they say how good the matching is."""
