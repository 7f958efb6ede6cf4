using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>Large integers in rooms whose version puts up with them.</summary>
internal static class EVT014
{
    private const string Id = nameof(EVT014);

    public static void Report(EventVisit visit, Node number)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, number, ("number", NumberText.Of(number)), ("version", visit.Version?.Id));
        }
    }
}
