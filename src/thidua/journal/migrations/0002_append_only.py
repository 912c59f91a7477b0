"""The database itself refuses to change or delete journal entries."""

from django.db import migrations

SQLITE = {
    "UPDATE": "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal_journalentry "
    "BEGIN SELECT RAISE(ABORT, 'journal entries cannot be changed'); END",
    "DELETE": "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal_journalentry "
    "BEGIN SELECT RAISE(ABORT, 'journal entries cannot be deleted'); END",
}
POSTGRESQL = (
    "CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'journal entries cannot be changed or deleted'; END $$",
    "CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal_journalentry "
    "FOR EACH ROW EXECUTE FUNCTION journal_refuse()",
)


def guard(apps, schema_editor):
    statements = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else tuple(SQLITE.values())
    for statement in statements:
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER journal_append_only ON journal_journalentry")
        schema_editor.execute("DROP FUNCTION journal_refuse()")
        return
    schema_editor.execute("DROP TRIGGER journal_no_update")
    schema_editor.execute("DROP TRIGGER journal_no_delete")


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
