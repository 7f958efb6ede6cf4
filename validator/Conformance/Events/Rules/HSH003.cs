using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>An event has a SHA-256 content hash.</summary>
internal static class HSH003
{
    private const string Id = nameof(HSH003);

    public static void Check(EventVisit visit)
    {
        Node hashes = visit.Event[EventField.Hashes];
        if (hashes.Kind == NodeKind.Map && !hashes.Get("sha256"u8).Exists && visit.Wants(Id))
        {
            visit.Report(Id, hashes);
        }
    }
}
