using Conformance.Containers.Compression;
using Conformance.Containers.LibArchive;
using Conformance.Containers.Tar;
using Conformance.Findings;

namespace Conformance.Containers;

/// <content>Containers that are read from front to back.</content>
public static partial class ContainerFactory
{
    private static ContainerOpening OpenSource(
        ByteSource source, ContainerSignature signature, string shown, ContainerLimits limits, ContainerReporter reporter) => signature switch
        {
            ContainerSignature.Tar => OpenTar(source, signature, shown, limits, reporter),
            ContainerSignature.Gzip => OpenTar(new GzipSource(source, reporter), signature, shown, limits, reporter),
            ContainerSignature.Xz => OpenFiltered(source, "archive_read_support_filter_xz", signature, shown, limits, reporter),
            ContainerSignature.Zstandard => OpenFiltered(source, "archive_read_support_filter_zstd", signature, shown, limits, reporter),
            ContainerSignature.Bzip2 => OpenFiltered(source, "archive_read_support_filter_bzip2", signature, shown, limits, reporter),
            ContainerSignature.Rar or ContainerSignature.SevenZip => OpenByLibArchive(source, signature, shown, limits, reporter),
            _ => Refuse(source, $"{shown}: not an archive of a kind that can be read; expected {Expected}."),
        };

    private static ContainerOpening OpenTar(
        ByteSource source, ContainerSignature signature, string shown, ContainerLimits limits, ContainerReporter reporter)
    {
        var container = new TarContainer(ContainerDetection.Format(signature), source, limits, reporter);
        if (container.Probe() || signature == ContainerSignature.Tar)
        {
            return ContainerOpening.Of(container);
        }

        return Refuse(container, $"{shown}: compressed, but what is inside is no tar archive; expected {Expected}.");
    }

    private static ContainerOpening OpenFiltered(
        ByteSource source, string filter, ContainerSignature signature, string shown, ContainerLimits limits, ContainerReporter reporter)
    {
        var filtered = new LibArchiveSource(source, filter, reporter);
        if (!filtered.TryBegin())
        {
            return Refuse(filtered, LibArchiveMissing(shown, signature));
        }

        ContainerOpening opening = OpenTar(filtered, signature, shown, limits, reporter);
        ReportFormat(opening, ContainerRules.UnnamedContainer, reporter, ("format", ContainerDetection.Format(signature)));
        return opening;
    }

    private static ContainerOpening OpenByLibArchive(
        ByteSource source, ContainerSignature signature, string shown, ContainerLimits limits, ContainerReporter reporter)
    {
        bool rar = signature == ContainerSignature.Rar;
        string[] supports = rar ? ["archive_read_support_format_rar", "archive_read_support_format_rar5"] : ["archive_read_support_format_7zip"];
        var container = new LibArchiveContainer(ContainerDetection.Format(signature), source, supports, limits, reporter);
        if (!container.TryBegin())
        {
            return Refuse(container, LibArchiveMissing(shown, signature));
        }

        var opening = ContainerOpening.Of(container);
        if (rar)
        {
            ReportFormat(opening, ContainerRules.RarContainer, reporter);
        }
        else
        {
            ReportFormat(opening, ContainerRules.UnnamedContainer, reporter, ("format", ContainerDetection.Format(signature)));
        }

        return opening;
    }

    private static void ReportFormat(ContainerOpening opening, string rule, ContainerReporter reporter, params ReadOnlySpan<Argument> arguments)
    {
        if (opening.Succeeded)
        {
            reporter.ReportOnOpening(rule, Location.Input, arguments);
        }
    }

    private static ContainerOpening Refuse(IDisposable input, string problem)
    {
        input.Dispose();
        return ContainerOpening.Failed(problem);
    }

    private static string LibArchiveMissing(string shown, ContainerSignature signature) =>
        $"{shown}: to read {ContainerDetection.Format(signature)}, install libarchive (Debian, Ubuntu: apt install libarchive13; Fedora: dnf install libarchive), "
        + "or pack the tree as .tar.gz.";
}
