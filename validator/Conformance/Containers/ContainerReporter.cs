using Conformance.Findings;

namespace Conformance.Containers;

/// <summary>
/// Passes findings on, each once however often a container is read. Reading the same bytes finds the same things in the
/// same order, so the number of findings already passed on tells which are new.
/// </summary>
internal sealed class ContainerReporter(IFindingSink sink)
{
    private long _seen;
    private long _passedOn;

    /// <summary>Position of the entry being read, from 1; 0 for the container itself.</summary>
    public int Ordinal { get; set; }

    public void Report(string rule, Location location, params ReadOnlySpan<Argument> arguments)
    {
        if (IsNew())
        {
            ReportOnOpening(rule, location, arguments);
        }
    }

    /// <summary>Reports what opening found, which no later pass finds again.</summary>
    public void ReportOnOpening(string rule, Location location, params ReadOnlySpan<Argument> arguments)
    {
        if (sink.Wants(rule))
        {
            sink.Report(Finding.Of(rule, location, arguments) with { MemberOrdinal = Ordinal });
        }
        else
        {
            sink.CountOnly(rule);
        }
    }

    public void NotChecked(string what, string cause, Location location, bool decisive = true)
    {
        if (IsNew())
        {
            sink.ReportNotChecked(new NotChecked(what, cause, location, decisive));
        }
    }

    public void StartOver()
    {
        _seen = 0;
        Ordinal = 0;
    }

    private bool IsNew()
    {
        _seen++;
        if (_seen <= _passedOn)
        {
            return false;
        }

        _passedOn = _seen;
        return true;
    }
}
