using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>An event follows no more than 20 others.</summary>
internal static class EVT029
{
    private const string Id = nameof(EVT029);
    private const int Limit = 20;

    public static void Check(EventVisit visit, Node list)
    {
        if (list.Kind == NodeKind.Array && list.Count > Limit && visit.Wants(Id))
        {
            visit.Report(Id, list, ("count", list.Count), ("limit", Limit));
        }
    }
}
