using Conformance.Documents;
using Conformance.Findings;
using Conformance.Schemas;

namespace Conformance.Profiles.Mspf;

/// <summary>A schema of this profile, whose violations are findings of the rules that it names.</summary>
internal sealed class ItemSchema
{
    private static readonly Lazy<ItemSchema> LazyManifest = new(() => new ItemSchema("mspf/manifest.json"));
    private static readonly Lazy<ItemSchema> LazyCore = new(() => new ItemSchema("mspf/m.core.json"));
    private static readonly Lazy<ItemSchema> LazyRoom = new(() => new ItemSchema("mspf/m.rooms.json#/$defs/room"));
    private static readonly Lazy<ItemSchema> LazyUser = new(() => new ItemSchema("mspf/m.users.json#/$defs/user"));

    private readonly CompiledSchema _schema;

    private ItemSchema(string name) => _schema = BuiltInSchemas.Get(name);

    /// <summary>The schema of <c>manifest.mspf.json</c>.</summary>
    public static ItemSchema Manifest => LazyManifest.Value;

    /// <summary>The schema of <c>m.core.json</c>.</summary>
    public static ItemSchema Core => LazyCore.Value;

    /// <summary>The schema of one room's details in <c>m.rooms.cbor</c>.</summary>
    public static ItemSchema Room => LazyRoom.Value;

    /// <summary>The schema of one user's details in a file of <c>m.users</c>.</summary>
    public static ItemSchema User => LazyUser.Value;

    /// <summary>Compiles all of them, in the order in which an archive needs them.</summary>
    public static void ReadAhead() => _ = (Manifest, Core, Room, User);

    /// <summary>Evaluates a value and reports what it violates.</summary>
    public void Check(Node node, DocumentVisit visit)
    {
        if (!_schema.IsValid(node))
        {
            _schema.Evaluate(node, new Handler(visit));
        }
    }

    private sealed class Handler(DocumentVisit visit) : ISchemaViolationHandler
    {
        public void OnViolation(SchemaViolation violation)
        {
            // Causes below a summary only repeat it, and values stay out of the message: one may be a secret in the wrong place.
            if (violation.Rule is { } rule && violation.Parent < 0)
            {
                Argument kind = ("kind", KindName.Of(violation.Instance));
                if (violation.Name.Length == 0)
                {
                    visit.Report(rule, violation.Instance, kind);
                }
                else
                {
                    visit.Report(rule, violation.Instance, ("name", violation.Name), kind);
                }
            }
        }
    }
}
