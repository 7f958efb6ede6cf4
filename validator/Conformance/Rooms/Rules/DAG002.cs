using System.Globalization;
using Conformance.Rooms.Graphs;

namespace Conformance.Rooms.Rules;

/// <summary>Events are missing that others follow.</summary>
internal sealed class DAG002 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(DAG002);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach (GraphGap gap in visit.Graph.Gaps)
        {
            visit.Report(
                Id,
                ("missing", gap.Missing),
                ("below", gap.DepthBelow is long depth ? string.Create(CultureInfo.InvariantCulture, $"{depth} ({RoomTexts.Time(gap.TimeBelow ?? 0)})") : "the start of the room"),
                ("above", string.Create(CultureInfo.InvariantCulture, $"{gap.DepthAbove} ({RoomTexts.Time(gap.TimeAbove)})")),
                ("examples", RoomTexts.Events(visit, gap.Examples)));
        }

        for (int i = visit.Graph.Gaps.Count; i < visit.Graph.GapCount; i++)
        {
            visit.Sink.CountOnly(Id);
        }
    }
}
