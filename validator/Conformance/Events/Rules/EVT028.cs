using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>An event refers to another once in a list.</summary>
internal static class EVT028
{
    private const string Id = nameof(EVT028);

    public static void Report(EventVisit visit, Node id)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, id, ("event", id.AsString()));
        }
    }
}
