using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>A redacted event no longer fits its content hash, and need not.</summary>
internal static class HSH001
{
    private const string Id = nameof(HSH001);

    public static void Check(EventVisit visit, ContentHashState state)
    {
        if (state == ContentHashState.RedactedCopy && visit.Wants(Id))
        {
            visit.Report(Id, EventField.Hashes);
        }
    }
}
