using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>An event is authorised by no more than 10 others.</summary>
internal static class EVT030
{
    private const string Id = nameof(EVT030);
    private const int Limit = 10;

    public static void Check(EventVisit visit, Node list)
    {
        if (list.Kind == NodeKind.Array && list.Count > Limit && visit.Wants(Id))
        {
            visit.Report(Id, list, ("count", list.Count), ("limit", Limit));
        }
    }
}
