using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>Text of limited length isn't longer than servers put up with.</summary>
internal static class EVT006
{
    private const string Id = nameof(EVT006);

    public static void Check(EventVisit visit, EventField field, ReadOnlySpan<byte> text)
    {
        if (IsRefused(visit.Version, text) && visit.Wants(Id))
        {
            visit.Report(Id, field, ("field", EventFields.Name(field)), ("bytes", text.Length), ("limit", EventTexts.MaxBytes));
        }
    }

    /// <summary>Whether every server refuses the text: by bytes in later room versions, by code points in all.</summary>
    public static bool IsRefused(RoomVersion? version, ReadOnlySpan<byte> text) =>
        version is { StrictByteLimits: true } || CodePoints(text) > EventTexts.MaxBytes;

    private static int CodePoints(ReadOnlySpan<byte> text)
    {
        // Every byte but those that continue a sequence begins one.
        int count = 0;
        foreach (byte value in text)
        {
            count += (value & 0xc0) == 0x80 ? 0 : 1;
        }

        return count;
    }
}
