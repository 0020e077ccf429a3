"""Leases: which programs are at work on the store. Whoever rewrites it as a whole asks them first."""

import os
import socket
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from deskeditor.errors import StoreError
from deskeditor.store.models import LeaseRow
from deskeditor.store.values import Lease

LIFE: Final = timedelta(seconds=45)
"""A lease whose last beat is older belongs to a program that ended without a word: several beats were missed."""


def take_lease(session: Session, lease_id: UUID, at: datetime, *, program: str, person: str) -> None:
    """Say that this process works on the store, or that it still does; dead leases go."""
    session.execute(delete(LeaseRow).where(LeaseRow.beat < at - LIFE, LeaseRow.id != lease_id))
    session.merge(
        LeaseRow(id=lease_id, program=program, person=person, host=socket.gethostname(), process=os.getpid(), beat=at)
    )


def drop_lease(session: Session, lease_id: UUID) -> None:
    """Say that this process is done with the store."""
    session.execute(delete(LeaseRow).where(LeaseRow.id == lease_id))


def live_leases(session: Session, at: datetime) -> tuple[Lease, ...]:
    """Return the leases with a fresh beat."""
    rows = session.scalars(select(LeaseRow).where(LeaseRow.beat >= at - LIFE).order_by(LeaseRow.beat))
    return tuple(
        Lease(id=row.id, program=row.program, person=row.person, host=row.host, process=row.process, beat=row.beat)
        for row in rows
    )


def refuse_others(session: Session, at: datetime, *, own: UUID | None = None) -> None:
    """Raise StoreError while another program works on the store."""
    others = [lease for lease in live_leases(session, at) if lease.id != own]
    if others:
        first = others[0]
        who = f" ({first.person})" if first.person else ""
        raise StoreError(f"{first.program}{who} on {first.host} has this store open: close it there, then try again.")
