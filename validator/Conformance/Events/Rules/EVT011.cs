using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>Where canonical JSON is enforced, events hold no floats, exponents or negative zero.</summary>
internal static class EVT011
{
    private const string Id = nameof(EVT011);

    public static void Report(EventVisit visit, Node number)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, number, ("number", NumberText.Of(number)), ("version", visit.Version?.Id));
        }
    }
}
