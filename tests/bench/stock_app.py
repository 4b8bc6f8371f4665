"""The floor: a stock Streamlit app with two tiny pages, one choice, one file, and nothing of ours."""

import streamlit as st


def hello() -> None:
    """Show a heading, one choice that is shown again, and one file."""
    st.title("Hello")
    st.write("You chose", st.radio("Choose", ["alpha", "beta", "gamma"], key="choice"))
    st.download_button("File", data=lambda: b"hello", file_name="hello.txt", on_click="ignore")


def other() -> None:
    """Show another heading."""
    st.title("Other")
    st.write("A second page.")


st.navigation([st.Page(hello, title="One", default=True), st.Page(other, title="Two")], position="top").run()
