using Conformance.Documents;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf;

/// <summary>Reads <c>org.matrix.msc2783.server_keys.json</c>. What is wrong with single keys is reported by rules of its own.</summary>
internal static class ServerKeysReader
{
    /// <summary>Reads the file.</summary>
    /// <returns>The keys; null when it can't be relied on which these are.</returns>
    public static KeyFile? Read(byte[] bytes, DocumentVisit visit)
    {
        Document document = JsonMember.Parse(bytes, visit.Archive.Options.Limits.Depth);
        FaultReporter.Report(document, new Location(visit.Member, Pointer: ""), visit.MemberOrdinal, except: default, visit.Sink);
        if (!document.Root.Exists || KeyFileReader.IsDoubtful(document))
        {
            visit.Sink.ReportNotChecked(new NotChecked(
                $"signatures by the keys of {KnownItem.ServerKeys.Specifier}",
                "The file has faults by which its keys could be mistaken, so that none of them is used.",
                new Location(visit.Member),
                Decisive: false));
            return null;
        }

        return KeyFileReader.ReadItem(document, visit.Member, visit.Archive.Options.Ed25519());
    }
}
