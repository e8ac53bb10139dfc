"""The template of Word reports, made ready once."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from auditor.report.office.word import TEMPLATE
from auditor.report.office.word_template import open_template, word_environment
from auditor.rules.resources import templates_folder


def test_a_part_is_compiled_once_and_filled_anew() -> None:
    """The second report of a batch pays for its words alone."""
    environment = word_environment()
    first = environment.from_string("{{ word }}!")
    assert environment.from_string("{{ word }}!") is first
    assert (first.render(word="a"), first.render(word="<b>")) == ("a!", "&lt;b&gt;!")


def test_a_part_is_turned_into_jinja_once_and_each_copy_is_its_own() -> None:
    """What is filled into one copy does not show in the next."""
    content = (templates_folder() / TEMPLATE).read_bytes()
    one, other = open_template(content), open_template(content)
    one.init_docx()
    other.init_docx()
    xml = one.get_xml()
    assert one.patch_xml(xml) is other.patch_xml(xml)
    one.docx.element.body.clear()
    assert other.get_xml() == xml


def test_data_cannot_run_and_a_missing_word_is_an_error() -> None:
    """The sandbox of before."""
    with pytest.raises(SecurityError):
        word_environment().from_string("{{ ''.__class__.__mro__ }}").render()
    with pytest.raises(UndefinedError):
        word_environment().from_string("{{ nothing_of_this_name }}").render()
