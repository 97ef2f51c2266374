"""What a function behind a button does to its dialog, read in its source."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, TypeGuard

from aiogram.fsm.state import State, StatesGroup

Kind = Literal["switch", "start", "done"]
Function = Callable[..., Any]
Names = Mapping[str, Any]
_CALLS: dict[str, Kind] = {"switch_to": "switch", "start": "start", "done": "done"}
_MANAGERS = frozenset({"manager", "dialog_manager"})
_OURS = "bot."
_DEEPEST = 6


def name_of(state: State) -> str:
    """`Card.view`."""
    return (state.state or "").replace(":", ".")


def is_ours(value: Any) -> TypeGuard[Function]:
    return inspect.isfunction(value) and value.__module__.startswith(_OURS)


def changes_of(function: Function) -> Iterator[tuple[Kind, str]]:
    """Each `switch_to`, `start` and `done` of the function, and of functions of ours it calls,
    with the name of the state; where several are possible, each of them."""
    return _changes(function, {}, _DEEPEST)


def _changes(function: Function, given: Names, depth: int) -> Iterator[tuple[Kind, str]]:
    """`given` are states that the caller gave by the names of the function's parameters."""
    if depth == 0:
        return
    tree, names = _read(function, given)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS:
            yield from _change(node, _CALLS[node.func.attr], names)
        called = _value(node.func, names)
        if is_ours(called):
            yield from _changes(called, _given(called, node, names), depth - 1)


def _read(function: Function, given: Names) -> tuple[ast.AST, dict[str, Any]]:
    """The source, and what the names in it mean: locals by the values that they may get."""
    function = inspect.unwrap(function)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    names: dict[str, Any] = dict(function.__globals__)
    names |= {**inspect.getclosurevars(function).nonlocals, **given}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            states = list(_states(node.value, names, _DEEPEST))
            if states:
                names[node.targets[0].id] = states
    return tree, names


def _given(called: Function, node: ast.Call, names: Names) -> dict[str, list[State]]:
    parameters = list(inspect.signature(called).parameters)
    arguments = [*zip(parameters, node.args, strict=False)]
    arguments += [(word.arg, word.value) for word in node.keywords if word.arg]
    found = {name: list(_states(value, names, _DEEPEST)) for name, value in arguments}
    return {name: states for name, states in found.items() if states}


def _change(node: ast.Call, kind: Kind, names: Names) -> Iterator[tuple[Kind, str]]:
    if kind == "done":
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        if isinstance(owner, ast.Name) and owner.id in _MANAGERS:
            yield kind, ""
        return
    for argument in (*node.args[:1], *(one.value for one in node.keywords if one.arg == "state")):
        for state in _states(argument, names, _DEEPEST):
            yield kind, name_of(state)


def _states(node: ast.AST, names: Names, depth: int) -> Iterator[State]:
    """The states that an expression may be: named, in a table, or returned by one of ours."""
    if depth == 0:
        return
    if isinstance(node, ast.Call):
        called = _value(node.func, names)
        if is_ours(called):
            tree, inner = _read(called, _given(called, node, names))
            for one in ast.walk(tree):
                if isinstance(one, ast.Return) and one.value is not None:
                    yield from _states(one.value, inner, depth - 1)
        elif called is None and isinstance(node.func, ast.Name) and node.func.id == "getattr":
            yield from _named(_value(node.args[0], names))
        return
    if isinstance(node, ast.Name | ast.Attribute):
        yield from _named(_value(node, names))
        return
    tested = node.test if isinstance(node, ast.IfExp) else None
    for child in ast.iter_child_nodes(node):
        if child is not tested:
            yield from _states(child, names, depth)


def _named(value: Any) -> Iterator[State]:
    if isinstance(value, State):
        yield value
    elif inspect.isclass(value) and issubclass(value, StatesGroup):
        yield from value.__states__
    elif isinstance(value, Mapping):
        yield from _named(list(value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (one for one in value if isinstance(one, State))


def _value(node: ast.AST, names: Names) -> Any:
    """What a dotted name means where it stands; None for what is known only when it runs."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        owner = _value(node.value, names)
        if inspect.isclass(owner) or inspect.ismodule(owner):
            return getattr(owner, node.attr, None)
    return None
