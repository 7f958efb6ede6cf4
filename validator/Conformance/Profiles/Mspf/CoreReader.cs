using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Findings;
using Conformance.Profiles.Mspf.Rules;
using Conformance.Signatures.Keys;

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
        return name.Kind == NodeKind.Text && ServerName.Check(name.Utf8) == IdentifierFault.None
            ? new CoreFacts(name.Utf8.ToArray(), PublicKeyOf(root.Get("signing_key"u8), name.AsString()!, visit))
            : null;
    }

    /// <summary>The public key of a signing key, which is all that is kept of it. What is wrong with its text has rules of its own.</summary>
    private static CoreKey? PublicKeyOf(Node signingKey, string server, DocumentVisit visit)
    {
        if (visit.IsDamaged || signingKey.Kind != NodeKind.Text)
        {
            return null;
        }

        var source = new KeySource(KeySourceKind.ArchiveCore, Quoting.Safe(visit.Member));
        Location location = visit.At(signingKey);
        ServerKey? key = SigningKeyLine.TryRead(signingKey.Utf8, server, visit.Archive.Options.Ed25519(), source, location.Pointer!, out _);
        return key is null ? null : new CoreKey(key, location);
    }
}
