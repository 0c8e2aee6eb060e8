{{- define "yinhang.name" -}}
{{- printf "%s-yinhang" .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "yinhang.selector" -}}
app.kubernetes.io/name: yinhang
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "yinhang.labels" -}}
{{ include "yinhang.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}
