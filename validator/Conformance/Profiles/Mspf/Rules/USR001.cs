using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A file of <c>m.users</c> is no map.</summary>
internal static class USR001
{
    /// <summary>Checks, and reports what it finds.</summary>
    public static void Check(Node root, DocumentVisit visit)
    {
        if (root.Exists && root.Kind != NodeKind.Map)
        {
            visit.Report(nameof(USR001), root, ("kind", KindName.Of(root)));
        }
    }
}
