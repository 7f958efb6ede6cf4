using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>Text of limited length is over its limit in bytes, in a room version whose rooms servers keep all the same.</summary>
internal static class EVT007
{
    private const string Id = nameof(EVT007);

    public static void Check(EventVisit visit, EventField field, ReadOnlySpan<byte> text)
    {
        if (!EVT006.IsRefused(visit.Version, text) && visit.Wants(Id))
        {
            visit.Report(Id, field, ("field", EventFields.Name(field)), ("bytes", text.Length), ("limit", EventTexts.MaxBytes));
        }
    }
}
