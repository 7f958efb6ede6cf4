using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>No event holds a number that isn't finite.</summary>
internal static class EVT015
{
    private const string Id = nameof(EVT015);

    public static void Report(EventVisit visit, Node number)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, number, ("number", NumberText.Of(number)));
        }
    }
}
