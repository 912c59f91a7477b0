"""On PostgreSQL, paths and sort names compare byte by byte whatever the database's own collation is.

Ranges of paths (`>= '/1/5/' and < '/1/5/~'`) and the Vietnamese order of names rely on it; SQLite does so by itself.
"""

from django.db import migrations

COLUMNS = (
    ("orgs_unitspan", "path", "varchar(200)"),
    ("orgs_unitspan", "professional_path", "varchar(200)"),
    ("orgs_person", "sort_name", "varchar(400)"),
)


def compare_bytes(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for table, column, kind in COLUMNS:
        schema_editor.execute(f'ALTER TABLE {table} ALTER COLUMN {column} TYPE {kind} COLLATE "C"')


class Migration(migrations.Migration):
    dependencies = [("orgs", "0001_initial")]
    operations = [migrations.RunPython(compare_bytes, migrations.RunPython.noop)]
