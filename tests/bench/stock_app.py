"""The floor: a stock Streamlit app with two tiny pages, one choice, and nothing of ours."""

import streamlit as st


def hello() -> None:
    """Show a heading and one choice that is shown again."""
    st.title("Hello")
    st.write("You chose", st.radio("Choose", ["alpha", "beta", "gamma"], key="choice"))


def other() -> None:
    """Show another heading."""
    st.title("Other")
    st.write("A second page.")


st.navigation([st.Page(hello, title="One", default=True), st.Page(other, title="Two")], position="top").run()
