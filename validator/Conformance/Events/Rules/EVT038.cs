using Conformance.Findings;

namespace Conformance.Events.Rules;

/// <summary>An event that stands twice is the same both times.</summary>
internal static class EVT038
{
    private const string Id = nameof(EVT038);

    public static void Report(in Repetition repetition, IFindingSink sink)
    {
        if (!sink.Wants(Id))
        {
            sink.CountOnly(Id);
            return;
        }

        Finding finding = Finding.Of(
            Id, repetition.Location, ("event", repetition.EventId), ("member", repetition.FirstMember), ("offset", repetition.FirstOffset));
        sink.Report(finding with { MemberOrdinal = repetition.Batch.MemberOrdinal });
    }
}
