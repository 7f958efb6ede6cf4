using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary><c>m.rooms.cbor</c> is no map.</summary>
internal static class ROM001
{
    /// <summary>Checks, and reports what it finds.</summary>
    public static void Check(Node root, DocumentVisit visit)
    {
        if (root.Exists && root.Kind != NodeKind.Map)
        {
            visit.Report(nameof(ROM001), root, ("kind", KindName.Of(root)));
        }
    }
}
