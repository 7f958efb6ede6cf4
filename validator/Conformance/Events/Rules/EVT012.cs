using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>Where canonical JSON is enforced, integers are within 2^53.</summary>
internal static class EVT012
{
    private const string Id = nameof(EVT012);

    public static void Report(EventVisit visit, Node number)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, number, ("number", NumberText.Of(number)), ("version", visit.Version?.Id));
        }
    }
}
