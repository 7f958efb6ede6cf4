using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Profiles.Mspf.Rules;

namespace Conformance.Profiles.Mspf;

/// <summary>Reads and checks <c>m.core.json</c>.</summary>
internal static class CoreReader
{
    /// <summary>Reads the file.</summary>
    /// <returns>What other checks need of it; null when it names no server that could be one.</returns>
    public static CoreFacts? Read(byte[] bytes, DocumentVisit visit)
    {
        Document document = JsonMember.Parse(bytes, visit.Archive.Options.Limits.Depth);
        SecretFaults.Report(document, visit, except: default);
        visit.IsDamaged = SecretFaults.IsDamaged(document);
        Node root = document.Root;
        if (!root.Exists)
        {
            return null;
        }

        if (!visit.IsDamaged)
        {
            ItemSchema.Core.Check(root, visit);
            foreach (ICoreRule rule in MspfRules.Core)
            {
                rule.Check(root, visit);
            }
        }

        Node name = root.Get("server_name"u8);
        return name.Kind == NodeKind.Text && ServerName.Check(name.Utf8) == IdentifierFault.None ? new CoreFacts(name.Utf8.ToArray()) : null;
    }
}
