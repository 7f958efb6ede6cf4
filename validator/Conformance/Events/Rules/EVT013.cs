using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>Floats and negative zeros in rooms whose version puts up with them.</summary>
internal static class EVT013
{
    private const string Id = nameof(EVT013);

    public static void Report(EventVisit visit, Node number)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, number, ("number", NumberText.Of(number)), ("version", visit.Version?.Id));
        }
    }
}
