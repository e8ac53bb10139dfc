"""Two versions of a plan of a few lines."""

from __future__ import annotations

PLAN = """# A mental health plan for our children

## 1 What we will do

Infants, children and young people will be seen by the mental health team within four weeks by March 2028.

We will fund a parent-infant team in every locality from April 2027.

Mental health support teams will work in every school.
"""
OLD = """# A mental health plan for our children

## 1 What we will do

Children and young people will be seen by the mental health team within four weeks by March 2028.

CAMHS accepts referrals for those aged 5 to 18.

Mental health support teams will work in every school.
"""
