using Conformance.Findings;

namespace Conformance.Events.Rules;

/// <summary>An event stands once in an archive.</summary>
internal static class EVT037
{
    private const string Id = nameof(EVT037);

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
